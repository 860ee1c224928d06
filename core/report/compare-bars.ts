import { aggregateVenues, checkVenues, type VenueSeries } from '../engine/index.ts';
import { withShared } from '../ledger/held-bars.ts';
import type { DatabasePort, Ports } from '../ledger/ports.ts';
import { readBars } from '../ledger/read-bars.ts';
import type { Bars } from '../market/bars.ts';
import type { VenueId } from '../market/venue-id.ts';
import type { Windows } from '../ledger/windows.ts';
import type { VenueFacts } from './venue-facts.ts';
import type { KnownBars, MarketMemory } from './market-memory.ts';

/** The venues' bars of `windows`, compared with each other and added up; what is known of them already is kept. */
export async function compareBars(
  { database, clock }: Pick<Ports, 'database' | 'clock'>,
  told: readonly VenueFacts[],
  windows: Windows,
  memory: MarketMemory,
): Promise<KnownBars> {
  const { originS: fromS, untilS } = windows;
  const series = await readSeries(told, 'candles', (venue) =>
    memory.readBars(database, venue, { fromS, untilS }),
  );
  const known = memory.bars?.fromS === fromS ? memory.bars : null;
  if (known !== null && known.untilS === untilS && isSame(known.series, series)) return known;
  await clock.giveWay();
  const checked = checkVenues(series);
  await clock.giveWay();
  const before =
    known?.aggregated == null ? null : { series: known.checked.series, aggregated: known.aggregated };
  const added =
    checked.series.length === 0
      ? null
      : aggregateVenues(checked.series, { fromS, untilS: untilS - 1 }, before);
  const aggregated = added && { ...added, bars: withShared(added.bars, memory.share) };
  memory.bars = { fromS, untilS, series, checked, aggregated };
  return memory.bars;
}

const isSame = (a: readonly VenueSeries[], b: readonly VenueSeries[]): boolean =>
  a.length === b.length &&
  a.every(({ venue, bars }, index) => b[index]?.venue === venue && b[index].bars === bars);

/** Older, coarser candles that the engine begins with; null where there are none. */
export async function readBurnIn(
  database: DatabasePort,
  market: string,
  facts: readonly VenueFacts[],
  windows: Windows,
): Promise<Bars | null> {
  const range = { fromS: windows.burnInFromS, untilS: windows.originS };
  const series = await readSeries(facts, 'burn-in', (venue) =>
    readBars(database, market, venue, 'burn-in', range),
  );
  if (series.length === 0) return null;
  return aggregateVenues(checkVenues(series).series, { ...range, untilS: range.untilS - 1 }).bars;
}

/** The stored bars, as `read` reads them, of the venues that have any. */
async function readSeries(
  facts: readonly VenueFacts[],
  kind: 'candles' | 'burn-in',
  read: (venue: VenueId) => Promise<Bars>,
): Promise<readonly VenueSeries[]> {
  const loaded = facts.filter(
    ({ coverage, instrument }) => coverage[kind] !== undefined && instrument !== null,
  );
  const series = await Promise.all(loaded.map(async ({ venue }) => ({ venue, bars: await read(venue) })));
  return series.filter(({ bars }) => bars.openTimeS.length > 0);
}
