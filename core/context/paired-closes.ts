import type { Candle } from '../market/bars.ts';

type DailyClose = Pick<Candle, 'openTimeS' | 'close'>;

/** Closes of the days that both series know, ascending in time, equally long. */
export interface PairedCloses {
  readonly first: readonly number[];
  readonly second: readonly number[];
  /** Begin of the last common day, epoch seconds; null without one. */
  readonly lastDayS: number | null;
}

/** Two daily series, such as bitcoin and gold, on the days of both: what a correlation is estimated from. */
export function pairCloses(first: readonly DailyClose[], second: readonly DailyClose[]): PairedCloses {
  const closes = new Map(second.map(({ openTimeS, close }) => [openTimeS, close]));
  const both = first.filter(({ openTimeS }) => closes.has(openTimeS));
  return {
    first: both.map(({ close }) => close),
    second: both.map(({ openTimeS }) => closes.get(openTimeS) ?? NaN),
    lastDayS: both.at(-1)?.openTimeS ?? null,
  };
}
