import type * as v from 'valibot';
import type { Candle } from '../../market/bars.ts';
import type { Instrument } from '../../market/instrument.ts';
import type { CandleInterval, TimeRange } from '../../market/time-range.ts';
import { wrongValue } from './answer.ts';
import { readRows } from './rows.ts';
import { ascending, withinRange } from './series.ts';
import { pastMs } from './times.ts';
import { DAY_S, HOUR_S } from '../../market/time.ts';

/** Seconds in one candle. */
export const INTERVAL_S: Readonly<Record<CandleInterval, number>> = { '5m': 300, '1h': HOUR_S, '1d': DAY_S };

/** A candle as venues quote it: prices of one unit, sizes in units (contracts already converted). */
export interface QuotedCandle {
  readonly openTimeS: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volumeUnits: number;
  readonly turnoverUsd: number;
  readonly takerBuyUnits: number | null;
}

/** Prices of a candle whose row begins with its open time in milliseconds and them. */
export const pricesOf = ([openMs, open, high, low, close]: readonly [
  openMs: number,
  open: number,
  high: number,
  low: number,
  close: number,
  ...unknown[],
]): Pick<QuotedCandle, 'openTimeS' | 'open' | 'high' | 'low' | 'close'> => ({
  openTimeS: openMs / 1000,
  open,
  high,
  low,
  close,
});

/**
 * What was asked for: candles of `intervalS` seconds whose open times lie in `range`; `nowMs` is the venue's time.
 */
export interface CandleContext {
  readonly instrument: Instrument;
  readonly intervalS: number;
  readonly range: TimeRange;
  readonly nowMs: number;
}

/**
 * Closed candles inside the range, ascending, in coins and USD for one coin. The candle that is still open is left out,
 * and so is one with a high below its low, a time off the interval or in the future, or more taker buys than volume.
 * @throws SchemaError for what is no list, or a list of odd rows alone
 */
export function readCandles<S extends v.GenericSchema>(
  schema: S,
  json: unknown,
  root: string,
  context: CandleContext,
  toQuoted: (row: v.InferOutput<S>, path: string) => QuotedCandle,
): readonly Candle[] {
  const { intervalS, nowMs } = context;
  const rows = readRows(schema, json, root, (row, path) => checked(toQuoted(row, path), path, context));
  const asked = withinRange(rows, openTime, context.range, intervalS);
  const closed = asked.filter((row) => (row.openTimeS + intervalS) * 1000 <= nowMs);
  return ascending(closed, openTime).map((row) => scale(row, context.instrument.multiplier));
}

const openTime = (row: { readonly openTimeS: number }): number => row.openTimeS;

function checked(row: QuotedCandle, path: string, context: CandleContext): QuotedCandle {
  pastMs(row.openTimeS * 1000, context.nowMs, `${path}.openTime`);
  if (row.openTimeS % context.intervalS !== 0)
    throw wrongValue(`${path}.openTime`, `a multiple of ${context.intervalS} s`, row.openTimeS);
  if (row.high < row.low) throw wrongValue(`${path}.high`, `at least the low ${row.low}`, row.high);
  if (row.takerBuyUnits !== null && row.takerBuyUnits > row.volumeUnits * (1 + 1e-9))
    throw wrongValue(`${path}.takerBuy`, `at most the volume ${row.volumeUnits}`, row.takerBuyUnits);
  return row;
}

/** Some venues open a candle at the last trade of the one before, outside its own range: high and low then include it. */
function scale(row: QuotedCandle, multiplier: number): Candle {
  return {
    openTimeS: row.openTimeS,
    open: row.open / multiplier,
    high: Math.max(row.high, row.open, row.close) / multiplier,
    low: Math.min(row.low, row.open, row.close) / multiplier,
    close: row.close / multiplier,
    volumeBase: row.volumeUnits * multiplier,
    turnoverUsd: row.turnoverUsd,
    takerBuyBase: row.takerBuyUnits === null ? null : row.takerBuyUnits * multiplier,
  };
}
