import { mendRows } from '../ledger/mend-rows.ts';
import type { Ports } from '../ledger/ports.ts';
import { sameRows } from '../ledger/same-rows.ts';
import { inPreference } from '../market/venue-id.ts';
import type { ContextCollector } from '../sources/ask-context.ts';
import { askVenue } from '../sources/ask-venue.ts';
import { coalesce } from './coalesce.ts';
import { sendQueued } from './deliver.ts';
import { NO_NEWS_MS, type PublishedMarkets } from './published-markets.ts';
import type { StorageTroubles } from './storage-troubles.ts';
import type { Surroundings } from './surroundings.ts';

/** No request starts later than this in a poll; with the longest answer a poll ends within twenty seconds. */
const POLL_MS = 10_000;

/** Shortest time between two reports while history is loading. */
const PUBLISH_GAP_MS = 300;

/** A market that was told lately and in full has one report of what all venues answer in this time. */
const GATHER_MS = 700;
const LATELY_MS = 120_000;

/** What a poll works with. */
export interface Polling extends Surroundings {
  readonly context: ContextCollector;
  readonly published: PublishedMarkets;
  readonly troubles: StorageTroubles;
}

/**
 * Polls one market once.
 *
 *   each venue on its own: ask -> check -> commit rows
 *     \-> report of all that is stored -> commit engine state -> write report
 *
 * @param isNear somebody looks at it and sees what the first venue tells; else there is one report of what all of them do
 * @returns whether more could be asked for at once
 * @throws StorageError
 */
export async function pollMarket(
  { ports, gate, venues, context, published, troubles }: Polling,
  market: string,
  isNear: boolean,
): Promise<boolean> {
  const { clock } = ports;
  const same: Ports = { ...ports, database: sameRows(ports.database) };
  const deadlineMs = clock.deviceMs() + POLL_MS;
  const { venues: chosen, hosts } = await ports.storage.readSettings();
  const preferred = inPreference(chosen);
  const asked = preferred.map((id) => venues[id]);
  const { ageMs, isLoaded } = published.last(market);
  const isLate = !isLoaded || ageMs >= LATELY_MS;
  const gatherMs = !isNear ? POLL_MS : isLate ? 0 : GATHER_MS;
  const gapMs = Math.max(PUBLISH_GAP_MS, 2 * gatherMs);
  const tell = (): Promise<void> =>
    published.publish(same, market, { venues: asked, storage: troubles.of(market), isNear });
  const report = coalesce(tell, clock, gapMs, gatherMs);
  if (ageMs > NO_NEWS_MS) report.request();
  const surroundings = context.collect(market, report.request);
  const toHosts = gate.to(hosts);
  const outcomes = await Promise.allSettled(
    asked.map((venue) => {
      const onCommit = report.request;
      return askVenue({ ports: same, gate: toHosts, market, isNear, venue, preferred, deadlineMs, onCommit });
    }),
  );
  await Promise.allSettled([surroundings]);
  // Not while a source still holds what it read of its own rows before.
  const isMended = await mendRows(same.database, market);
  if (isMended) {
    troubles.noteMended(market);
    report.request();
  }
  await report.finish();
  await surroundings;
  await sendQueued(same);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return isMended || outcomes.some((outcome) => outcome.status === 'fulfilled' && outcome.value);
}
