import { clockItem } from './storage-shared.ts';

/** The venues' time as a view has it: by the device's clock and what the worker has measured of it. */
export interface ViewClock {
  readonly nowMs: () => number;
  readonly deviceMs: () => number;
  /** Venues' time less the device's, milliseconds. */
  readonly offsetMs: () => number;
  readonly stop: () => void;
}

export async function openViewClock(): Promise<ViewClock> {
  let { offsetMs } = await clockItem.getValue();
  const stop = clockItem.watch((measured) => {
    offsetMs = measured.offsetMs;
  });
  return {
    nowMs: () => Date.now() + offsetMs,
    deviceMs: () => Date.now(),
    offsetMs: () => offsetMs,
    stop,
  };
}
