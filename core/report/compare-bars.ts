import { aggregateVenues, checkVenues, type VenueSeries } from '../engine/index.ts';
import type { Ports } from '../ledger/ports.ts';
import type { Windows } from '../ledger/windows.ts';
import type { VenueFacts } from './market-facts.ts';
import { readSeries } from './market-map.ts';
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
  const aggregated =
    checked.series.length === 0
      ? null
      : aggregateVenues(checked.series, { fromS, untilS: untilS - 1 }, before);
  memory.bars = { fromS, untilS, series, checked, aggregated };
  return memory.bars;
}

const isSame = (a: readonly VenueSeries[], b: readonly VenueSeries[]): boolean =>
  a.length === b.length &&
  a.every(({ venue, bars }, index) => b[index]?.venue === venue && b[index].bars === bars);
