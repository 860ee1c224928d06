import { unreached } from '../engine/public/public-layer.ts';
import type { Ports } from '../ledger/ports.ts';
import type { TraderRow } from '../ledger/tables/traders.ts';
import type { Bars } from '../market/bars.ts';
import type { WaitingOrdersReport } from '../market/market-report.ts';
import type { PublicPosition } from '../market/public-position.ts';
import { roundStep, roundTo } from '../market/round-step.ts';
import { type WaitingOrder, waitsBelow } from '../market/waiting-order.ts';
import { isFresh } from './public-knowledge.ts';

/** Orders further away than this share of the price are not near. */
const NEAR = 0.05;
/** A band is at least this share of the price wide, and a round number of dollars. */
const BAND = 0.002;
/** Most bands on either side of the price. */
const MOST_BANDS = 3;

/** The price of a market now, and its bars up to now. */
interface PricedBars {
  readonly price: number | null;
  readonly bars: Bars | null;
  readonly nowMs: number;
}

/** What is to be told of orders that wait; null where the user does not want them or no account of the market is known. @throws StorageError */
export async function readWaitingOrders(
  { database, storage }: Pick<Ports, 'database' | 'storage'>,
  market: string,
  { price, bars, nowMs }: PricedBars,
): Promise<WaitingOrdersReport | null> {
  if (price === null || bars === null || !(await storage.readSettings()).waitingOrders) return null;
  const rows = await database.list('traders', [market]);
  return reportWaitingOrders(
    rows.map(({ value }) => value),
    bars,
    price,
    nowMs,
  );
}

/**
 * Dollars of stops and take-profits near `price` in bands of round prices, of accounts whose position still stands. They are
 * in no other figure of the report: what a stop closes is in the exposure map as a position.
 * @returns null where no account of the market is known
 */
export function reportWaitingOrders(
  rows: readonly Pick<TraderRow, 'position' | 'orders'>[],
  bars: Bars,
  price: number,
  nowMs: number,
): WaitingOrdersReport | null {
  if (rows.length === 0) return null;
  const asked = rows.flatMap(({ position, orders }) =>
    position !== null &&
    orders !== null &&
    isFresh(position.atS, nowMs) &&
    isFresh(orders.askedAtMs / 1000, nowMs)
      ? [{ position, orders }]
      : [],
  );
  const standing = unreached(asked, bars, ({ position: { atS, side, liquidationPrice } }) => ({
    atS,
    isBelow: side === 'long',
    price: liquidationPrice,
  }));
  const read = standing.flatMap(({ position, orders: { askedAtMs, list } }) =>
    list === null ? [] : [{ askedAtMs, orders: closingOf(position, list) }],
  );
  const waiting = unreached(
    read.flatMap(({ askedAtMs, orders }) => orders.map((order) => ({ ...order, atS: askedAtMs / 1000 }))),
    bars,
    (order) => ({ atS: order.atS, isBelow: waitsBelow(order), price: order.price }),
  );
  return {
    venue: 'hyperliquid',
    accounts: read.length,
    unread: standing.length - read.length,
    since: Math.min(nowMs, ...standing.map(({ orders }) => orders.askedAtMs)),
    reach: NEAR,
    bands: bandsOf(waiting, price),
  };
}

interface Closing extends WaitingOrder {
  readonly sizeBase: number;
}

/** What each of an account's orders would close, the one that the price comes to first before the others: no more than is held. */
function closingOf(position: PublicPosition, orders: readonly WaitingOrder[]): readonly Closing[] {
  const nearestFirst = orders
    .filter(({ side }) => side === position.side)
    .toSorted((a, b) => (waitsBelow(a) ? b.price - a.price : a.price - b.price));
  const left = { stop: position.sizeBase, target: position.sizeBase };
  return nearestFirst.map((order) => {
    const sizeBase = Math.min(order.sizeBase ?? Infinity, left[order.kind]);
    left[order.kind] -= sizeBase;
    return { ...order, sizeBase };
  });
}

type Band = WaitingOrdersReport['bands'][number];

function bandsOf(orders: readonly Closing[], price: number): readonly Band[] {
  const step = roundStep(BAND * price);
  const near = orders.filter(
    (order) =>
      Math.abs(order.price / price - 1) <= NEAR &&
      (waitsBelow(order) ? order.price < price : order.price > price),
  );
  const byBand = Map.groupBy(near, ({ kind, side, price: at }) =>
    [kind, side, Math.floor(at / step + 1e-9)].join(' '),
  );
  const bands = [...byBand.values()].flatMap((members) => {
    const [first] = members;
    if (first === undefined) return [];
    const low = Math.floor(first.price / step + 1e-9) * step;
    return [
      {
        kind: first.kind,
        side: first.side,
        low: roundTo(low, step),
        high: roundTo(low + step, step),
        usd: Math.round(members.reduce((sum, one) => sum + one.sizeBase * one.price, 0)),
      },
    ];
  });
  const largest = (isBelow: boolean): readonly Band[] =>
    bands
      .filter((band) => band.usd > 0 && waitsBelow(band) === isBelow)
      .toSorted((a, b) => b.usd - a.usd)
      .slice(0, MOST_BANDS);
  return [...largest(false), ...largest(true)].toSorted((a, b) => b.low - a.low);
}
