import { createHostGate } from '../../core/sources/host-gate.ts';
import { askVenue } from '../../core/sources/ask-venue.ts';
import { publish } from '../../core/service/publish.ts';
import { createMarketMemory } from '../../core/report/market-memory.ts';
import { INSTALLED_VENUES } from '../../core/venues/origins.ts';
import { timingOf, type Timing } from './measure.ts';
import { hearOrders, pastOrders } from './past-orders.ts';
import { createSixVenues, MARKET, NOW_MS } from './six-venues.ts';

const POLL_MS = 45_000;
/** Polls to begin with, until the code is warm, and those that are measured. */
const FIRST_POLLS = 20;
const POLLS = 60;

/** CPU of one report of a market whose venues have told a price since the one before, what runs beside it in the process included. */
export interface PublishTimings {
  readonly all: Timing;
  /** Those before which no bar has closed. */
  readonly sameBars: Timing;
  /** Those before which one has. */
  readonly newBars: Timing;
}

/** Asks six venues with thirty days of bars and a year of daily ones each 45 s, and measures each report that follows. */
export async function measurePublish(): Promise<PublishTimings> {
  const { world, ports, news, venues } = createSixVenues(NOW_MS, (real) => ({
    ...real,
    storage: { ...real.storage, writeReport: async () => {} },
  }));
  const gate = createHostGate(ports);
  const asked = INSTALLED_VENUES.map((id) => venues[id]);
  const ask = async (): Promise<boolean> => {
    const isMore = asked.map((venue) =>
      askVenue({
        ports,
        gate,
        market: MARKET,
        venue,
        isNear: true,
        preferred: INSTALLED_VENUES,
        deadlineMs: Infinity,
        onCommit: () => {},
      }),
    );
    return (await Promise.all(isMore)).includes(true);
  };
  const told = { market: MARKET, venues: asked, memory: createMarketMemory(MARKET, news), storage: [] };
  while (await ask());
  await ports.database.commit(pastOrders(MARKET, world.nowMs));

  const runs: { readonly ms: number; readonly bars: unknown }[] = [];
  for (let poll = 0; poll < FIRST_POLLS + POLLS; poll++) {
    world.nowMs += POLL_MS;
    await hearOrders(ports.database, MARKET, world.nowMs, poll);
    while (await ask());
    const before = process.cpuUsage();
    await publish(ports, told);
    const { user, system } = process.cpuUsage(before);
    runs.push({ ms: (user + system) / 1000, bars: told.memory.bars });
  }
  const measured = runs.map((run, index) => ({ ...run, isNew: run.bars !== runs[index - 1]?.bars }));
  const timing = (of: (run: { readonly isNew: boolean }) => boolean): Timing =>
    timingOf(
      measured
        .slice(FIRST_POLLS)
        .filter(of)
        .map(({ ms }) => ms),
    );
  return {
    all: timing(() => true),
    sameBars: timing(({ isNew }) => !isNew),
    newBars: timing(({ isNew }) => isNew),
  };
}
