import type { Bars, OpenInterestPoint } from '../market/bars.ts';
import type { PositionSide } from '../market/forced-order.ts';
import { InputError } from './args.ts';
import { AMOUNT, ASCENDING_TIME, PRICE, readTable, type Table, TIME } from './csv.ts';

const SIDES: readonly string[] = ['long', 'short'];

/** One row of a **prints** file: a forced order. Times are epoch seconds. */
export interface PrintRow {
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

/** Bars of any interval; the interval is the smallest step between opens. `oi_base` may be empty or absent. */
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
  return { intervalS: smallestStep(openTimeS), openTimeS, open, high, low, close };
}

function smallestStep(openTimeS: Float64Array): number {
  let step = Infinity;
  for (let index = 1; index < openTimeS.length; index++) {
    step = Math.min(step, (openTimeS[index] ?? 0) - (openTimeS[index - 1] ?? 0));
  }
  return Number.isFinite(step) ? step : 300;
}

const optionalAmounts = (table: Table, column: string): Float64Array =>
  table.has(column) ? table.numbers(column, { min: 0, empty: NaN }) : new Float64Array(table.rows).fill(NaN);

/** The coin of a symbol as recorders write it: `BTC`, `BTCUSDT`. */
const baseOf = (symbol: string): string => symbol.replace(/USDT$/, '');

const at = (column: Float64Array, index: number): number => column[index] ?? NaN;

/** Forced orders in the order of the file. */
export function readPrints(file: string): readonly PrintRow[] {
  const table = readTable(file);
  const atS = table.numbers('ts_s', TIME);
  const sides = table.texts('side', SIDES);
  const symbols = table.texts('symbol');
  const venues = table.texts('venue');
  const fired = table.numbers('fired_price', { ...PRICE, empty: NaN });
  const order = table.numbers('order_price', PRICE);
  const quantity = table.numbers('qty_base', AMOUNT);
  const notional = table.numbers('notional_usd', AMOUNT);
  return Array.from({ length: table.rows }, (_, index) => ({
    atS: at(atS, index),
    base: baseOf(symbols[index] ?? ''),
    side: sides[index] === 'long' ? 'long' : 'short',
    firedPrice: Number.isNaN(at(fired, index)) ? null : at(fired, index),
    orderPrice: at(order, index),
    quantityBase: at(quantity, index),
    notionalUsd: at(notional, index),
    venue: venues[index] ?? '',
  }));
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
  const liquidation = table.numbers('liquidation_price', { empty: NaN });
  const value = table.numbers('position_value_usd');
  const account = table.numbers('account_value_usd');
  return Array.from({ length: table.rows }, (_, index) => {
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
  return symbols.map((symbol, index) => ({
    base: baseOf(symbol),
    fromS: from[index] ?? 0,
    untilS: until[index] ?? 0,
  }));
}

/** Daily net fund flows. */
export function readFlows(file: string): readonly FlowRow[] {
  const table = readTable(file);
  const atS = table.numbers('ts_s', ASCENDING_TIME);
  const dates = table.texts('date');
  const flow = table.numbers('net_flow_usd');
  return dates.map((date, index) => ({ atS: at(atS, index), date, netFlowUsd: at(flow, index) }));
}

/** Daily implied volatility. */
export function readImpliedVolatility(file: string): readonly ImpliedVolatilityRow[] {
  const table = readTable(file);
  const atS = table.numbers('ts_s', ASCENDING_TIME);
  const dates = table.texts('date');
  const dvol = table.numbers('dvol', AMOUNT);
  return dates.map((date, index) => ({ atS: at(atS, index), date, dvol: at(dvol, index) }));
}

/** Open interest at times, with the mark price left out. */
export function readOpenInterest(file: string): readonly OpenInterestPoint[] {
  const table = readTable(file);
  const atS = table.numbers('ts_s', ASCENDING_TIME);
  const openInterest = table.numbers('oi_base', AMOUNT);
  return Array.from({ length: table.rows }, (_, index) => ({
    atS: at(atS, index),
    openInterestBase: at(openInterest, index),
  }));
}
