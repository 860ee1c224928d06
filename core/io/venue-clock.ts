import { agreedOffset, offsetRange, type ClockSample, type OffsetRange } from '../market/clock-offset.ts';
import type { ClockOffset } from '../ledger/clock-offset.ts';
import type { StoredItem } from './stored-item.ts';

export interface ClockEffects {
  /** The device's clock, right or wrong, epoch milliseconds. */
  readonly deviceMs: () => number;
  /** Milliseconds since some moment, which nobody can set; it may stand still while the device sleeps. */
  readonly elapsedMs: () => number;
  readonly stored: Pick<StoredItem<ClockOffset>, 'getValue' | 'setValue'>;
}

/** The venues' time, by the device's clock and what their answers say of it. */
export interface VenueClock {
  readonly nowMs: () => number;
  readonly deviceMs: () => number;
  /** Takes an answer's word for it; called before the answer is read. */
  readonly hear: (sample: ClockSample) => void;
  /** Holds until what an earlier worker measured is in use. */
  readonly ready: Promise<void>;
}

/** An older sample says nothing of a clock that drifts. */
const KEPT_MS = 600_000;

/** A device clock that went this far apart from the time that passed was set, or the device slept. */
const STEP_MS = 1_000;

interface Vote {
  readonly range: OffsetRange;
  readonly heardAtMs: number;
  /** The device's clock less the time that has passed: another one is another clock. */
  readonly epochMs: number;
}

/**
 * Measures the device's clock as answers come: one vote a host, its latest, and only while the device's clock runs on
 * evenly. An offset that most hosts allow stays, so that time does not jump with each answer. A single host is believed
 * until another one speaks; where they contradict each other, what held before does.
 */
export function createVenueClock({ deviceMs, elapsedMs, stored }: ClockEffects): VenueClock {
  const votes = new Map<string, Vote>();
  /** In use now, and the last one that two hosts or an earlier worker bore out. */
  let offsetMs = 0;
  let confirmedMs = 0;

  const decide = (): void => {
    const ranges = [...votes.values()].map(({ range }) => range);
    const agreed = agreedOffset(ranges, [offsetMs, confirmedMs]);
    if (agreed !== null && ranges.length > 1) confirmedMs = agreed;
    const before = offsetMs;
    offsetMs = agreed ?? confirmedMs;
    // What could not be stored is measured again by the next worker.
    if (offsetMs !== before) stored.setValue({ offsetMs }).catch(() => null);
  };

  const resume = async (): Promise<void> => {
    try {
      const known = await stored.getValue();
      if (votes.size > 0) return;
      offsetMs = known.offsetMs;
      confirmedMs = known.offsetMs;
    } catch {
      // Measured anew by the first answer.
    }
  };

  return {
    deviceMs,
    nowMs: () => deviceMs() + offsetMs,
    hear: (sample) => {
      if (!(sample.roundTripMs >= 0)) return;
      const heardAtMs = elapsedMs();
      const epochMs = deviceMs() - heardAtMs;
      for (const [host, vote] of votes) {
        const isOld = heardAtMs - vote.heardAtMs > KEPT_MS || Math.abs(epochMs - vote.epochMs) > STEP_MS;
        if (isOld) votes.delete(host);
      }
      votes.set(sample.host, { range: offsetRange(sample), heardAtMs, epochMs });
      decide();
    },
    ready: resume(),
  };
}
