import type { Bars } from '../market/bars.ts';
import type { PositionSide } from '../market/forced-order.ts';
import { InputError, note } from './args.ts';
import { AMOUNT, ASCENDING_TIME, BALANCE, PRICE, readTable, type Table, TIME } from './csv.ts';

/** Percent a year. */
const DVOL = { min: 0, max: 10_000 };

const SIDES: readonly string[] = ['long', 'short'];

/** One row of a **prints** file: a forced order. Times are epoch seconds. */
export interface OrderRow {
  readonly atS: number;
  readonly base: string;
  /** Side of the position that died. */
  readonly side: PositionSide;
  /** Market price when it fired; null where nobody noted it. */
  readonly firedPrice: number | null;
  readonly orderPrice: number;
  readonly quantityBase: number;
  readonly notionalUsd: number;
  readonly venue: string;
}

/** One row of a **positions** file. */
export interface PositionRow {
  readonly snapshotAtS: number;
  readonly trader: string;
  readonly base: string;
  readonly side: PositionSide;
  readonly sizeBase: number;
  readonly entryPrice: number;
  readonly leverage: number;
  /** Null: cannot be liquidated on its own. */
  readonly liquidationPrice: number | null;
  readonly positionValueUsd: number;
  readonly accountValueUsd: number;
}

/** A stretch in which a recorder listened, epoch seconds. */
export interface RecordingWindow {
  readonly base: string;
  readonly fromS: number;
  readonly untilS: number;
}

/** One row of an **open interest** file. */
export interface OpenInterestRow {
  readonly atS: number;
  readonly markPrice: number;
  readonly openInterestBase: number;
}

export interface FlowRow {
  readonly atS: number;
  readonly date: string;
  readonly netFlowUsd: number;
}

export interface ImpliedVolatilityRow {
  readonly atS: number;
  readonly date: string;
  /** Percent a year. */
  readonly dvol: number;
}

/** Bars of any interval; the interval is the usual step between opens. `oi_base` may be empty or absent. */
export function readBars(file: string): Bars {
  const table = readTable(file);
  const prices = readPrices(table);
  const volumeBase = table.numbers('volume_base', AMOUNT);
  return {
    ...prices,
    volumeBase,
    turnoverUsd: table.has('turnover_usd')
      ? table.numbers('turnover_usd', AMOUNT)
      : volumeBase.map((volume, index) => volume * (prices.close[index] ?? 0)),
    takerBuyBase: optionalAmounts(table, 'taker_buy_base'),
    openInterestBase: optionalAmounts(table, 'oi_base'),
  };
}

/** Minute bars; volume and turnover are zero because the format has none. */
export function readMinutes(file: string): Bars {
  const table = readTable(file);
  const nothing = (): Float64Array => new Float64Array(table.rows);
  return {
    ...readPrices(table),
    volumeBase: nothing(),
    turnoverUsd: nothing(),
    takerBuyBase: nothing().fill(NaN),
    openInterestBase: nothing().fill(NaN),
  };
}

/** Daily candles. */
export const readDaily = (file: string): Bars => readBars(file);

function readPrices(table: Table): Pick<Bars, 'intervalS' | 'openTimeS' | 'open' | 'high' | 'low' | 'close'> {
  const openTimeS = table.numbers('open_ts_s', ASCENDING_TIME);
  if (table.rows === 0) throw new InputError(`${table.file}: row 2: no rows`);
  const open = table.numbers('open', PRICE);
  const high = table.numbers('high', PRICE);
  const low = table.numbers('low', PRICE);
  const close = table.numbers('close', PRICE);
  for (let index = 0; index < table.rows; index++) {
    const [o = 0, h = 0, l = 0, c = 0] = [open[index], high[index], low[index], close[index]];
    const column = h < Math.max(o, c, l) ? 'high' : l > Math.min(o, c) ? 'low' : null;
    if (column !== null) {
      throw new InputError(
        `${table.file}: row ${index + 2}, column ${column}: does not enclose open and close`,
      );
    }
  }
  refuseJumps(table.file, { open, high, low, close });
  return { intervalS: intervalOf(table.file, openTimeS), openTimeS, open, high, low, close };
}

/** No market moves so far between two bars, and a map over such a range has no end. */
const MOST_FACTOR = 1e4;

function refuseJumps(
  file: string,
  columns: Readonly<Record<'open' | 'high' | 'low' | 'close', Float64Array>>,
): void {
  for (let index = 0; index < columns.open.length; index++) {
    const before = columns.close[index - 1] ?? columns.open[index] ?? NaN;
    for (const [column, values] of Object.entries(columns)) {
      const factor = (values[index] ?? NaN) / before;
      if (factor <= MOST_FACTOR && factor >= 1 / MOST_FACTOR) continue;
      throw new InputError(
        `${file}: row ${index + 2}, column ${column}: ${values[index]} is out of all proportion to the price before, ${before}`,
      );
    }
  }
}

/** The usual step between opens, seconds. @throws InputError for a row whose step is no multiple of it */
function intervalOf(file: string, openTimeS: Float64Array): number {
  const steps = Array.from(openTimeS.subarray(1), (time, index) => time - (openTimeS[index] ?? 0));
  const counts = new Map<number, number>();
  for (const step of steps) counts.set(step, (counts.get(step) ?? 0) + 1);
  const [usual = 300] = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [];
  const odd = steps.findIndex((step) => step % usual !== 0);
  if (odd >= 0)
    throw new InputError(
      `${file}: row ${odd + 3}, column open_ts_s: ${steps[odd]} s after the row before, expected a multiple of ${usual} s`,
    );
  return usual;
}

/** Rows without those that stand twice, which are counted once and told of. */
function withoutRepeated<T>(table: Table, rows: readonly T[]): readonly T[] {
  const repeated = table.repeated();
  const count = repeated.filter(Boolean).length;
  if (count > 0)
    note(
      `${table.file}: row ${repeated.indexOf(true) + 2} stands twice, as ${count} in all do; each is counted once`,
    );
  return rows.filter((_, index) => repeated[index] !== true);
}

const optionalAmounts = (table: Table, column: string): Float64Array =>
  table.has(column)
    ? table.numbers(column, { ...AMOUNT, empty: NaN })
    : new Float64Array(table.rows).fill(NaN);

/** The coin of a symbol as recorders write it: `BTC`, `BTCUSDT`. */
const baseOf = (symbol: string): string => symbol.replace(/USDT$/, '');

const at = (column: Float64Array, index: number): number => column[index] ?? NaN;

/** Forced orders in the order of the file. */
export function readForcedOrders(file: string): readonly OrderRow[] {
  const table = readTable(file);
  const atS = table.numbers('ts_s', TIME);
  const sides = table.texts('side', SIDES);
  const symbols = table.texts('symbol');
  const venues = table.texts('venue');
  const fired = table.numbers('fired_price', { ...PRICE, empty: NaN });
  const order = table.numbers('order_price', PRICE);
  const quantity = table.numbers('qty_base', AMOUNT);
  const notional = table.numbers('notional_usd', AMOUNT);
  const rows = Array.from({ length: table.rows }, (_, index): OrderRow => ({
    atS: at(atS, index),
    base: baseOf(symbols[index] ?? ''),
    side: sides[index] === 'long' ? 'long' : 'short',
    firedPrice: Number.isNaN(at(fired, index)) ? null : at(fired, index),
    orderPrice: at(order, index),
    quantityBase: at(quantity, index),
    notionalUsd: at(notional, index),
    venue: venues[index] ?? '',
  }));
  return withoutRepeated(table, rows);
}

/** Positions of public traders, in the order of the file. */
export function readPositions(file: string): readonly PositionRow[] {
  const table = readTable(file);
  const snapshot = table.numbers('snapshot_ts_s', TIME);
  const traders = table.texts('trader');
  const coins = table.texts('coin');
  const sides = table.texts('side', SIDES);
  const size = table.numbers('size_base', AMOUNT);
  const entry = table.numbers('entry_price', PRICE);
  const leverage = table.numbers('leverage', AMOUNT);
  const liquidation = table.numbers('liquidation_price', { ...BALANCE, empty: NaN });
  const value = table.numbers('position_value_usd', BALANCE);
  const account = table.numbers('account_value_usd', BALANCE);
  const rows = Array.from({ length: table.rows }, (_, index): PositionRow => {
    const liquidationPrice = at(liquidation, index);
    return {
      snapshotAtS: at(snapshot, index),
      trader: traders[index] ?? '',
      base: baseOf(coins[index] ?? ''),
      side: sides[index] === 'long' ? 'long' : 'short',
      sizeBase: at(size, index),
      entryPrice: at(entry, index),
      leverage: at(leverage, index),
      liquidationPrice: liquidationPrice > 0 ? liquidationPrice : null,
      positionValueUsd: at(value, index),
      accountValueUsd: at(account, index),
    };
  });
  return withoutRepeated(table, rows);
}

/** Recording windows, epoch seconds with fractions. */
export function readWindows(file: string): readonly RecordingWindow[] {
  const table = readTable(file);
  const symbols = table.texts('symbol');
  const time = (column: string): readonly number[] =>
    table.texts(column).map((text, index) => {
      const ms = Date.parse(text);
      if (Number.isFinite(ms)) return ms / 1000;
      throw new InputError(`${file}: row ${index + 2}, column ${column}: "${text}" is not a time`);
    });
  const from = time('start_utc');
  const until = time('end_utc');
  const reversed = until.findIndex((end, index) => end < (from[index] ?? 0));
  if (reversed >= 0) throw new InputError(`${file}: row ${reversed + 2}, column end_utc: before start_utc`);
  return symbols.map((symbol, index) => ({
    base: baseOf(symbol),
    fromS: from[index] ?? 0,
    untilS: until[index] ?? 0,
  }));
}

/** Open interest, ascending in time: coins of one side and USD a coin. */
export function readOpenInterest(file: string): readonly OpenInterestRow[] {
  const table = readTable(file);
  const atS = table.numbers('ts_s', ASCENDING_TIME);
  const price = table.numbers('mark_price', PRICE);
  const base = table.numbers('oi_base', AMOUNT);
  return Array.from(atS, (time, index) => ({
    atS: time,
    markPrice: at(price, index),
    openInterestBase: at(base, index),
  }));
}

/** Daily net fund flows. */
export function readFlows(file: string): readonly FlowRow[] {
  const table = readTable(file);
  const atS = table.numbers('ts_s', ASCENDING_TIME);
  const dates = table.texts('date');
  const flow = table.numbers('net_flow_usd', BALANCE);
  return dates.map((date, index) => ({ atS: at(atS, index), date, netFlowUsd: at(flow, index) }));
}

/** Daily implied volatility. */
export function readImpliedVolatility(file: string): readonly ImpliedVolatilityRow[] {
  const table = readTable(file);
  const atS = table.numbers('ts_s', ASCENDING_TIME);
  const dates = table.texts('date');
  const dvol = table.numbers('dvol', DVOL);
  return dates.map((date, index) => ({ atS: at(atS, index), date, dvol: at(dvol, index) }));
}
