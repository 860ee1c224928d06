import * as v from 'valibot';

import type { AccountBook, AccountRole, ExitOrder, HeldPosition } from '../../market/account.ts';
import { readAssetName } from '../../market/asset-name.ts';
import { classOfContract } from '../../market/builders.ts';
import type { Instrument } from '../../market/instrument.ts';
import type { WaitingOrder } from '../../market/waiting-order.ts';
import { readAnswer } from '../shared/answer.ts';
import { readRows } from '../shared/rows.ts';
import { pastMs } from '../shared/times.ts';
import * as schema from './schema.ts';

type Row = v.InferOutput<typeof schema.heldPosition>;

/** The asset that a contract's name stands for, and how many of it one unit holds. */
const assetNamed = (coin: string) => readAssetName(coin, 'hyperliquid', classOfContract(coin));

/**
 * What an account holds with the exchange itself or with one builder. A row that cannot be read costs the answer: a
 * position that is missing would be told as none.
 * @throws SchemaError
 */
export function parseBook(json: unknown, nowMs: number, builder: string | null): AccountBook {
  const { assetPositions, crossMarginSummary, time } = readAnswer(
    schema.wholeAccount,
    json,
    'clearinghouseState',
  );
  const rows = assetPositions.flatMap(({ position }, index) =>
    position.szi === 0
      ? []
      : [readAnswer(schema.heldPosition, position, `clearinghouseState.assetPositions.${index}.position`)],
  );
  const crossRows = rows.filter(({ leverage }) => leverage.type === 'cross');
  return {
    builder,
    atMs: pastMs(time, nowMs, 'clearinghouseState.time'),
    positions: rows.map(held),
    crossWalletUsd:
      crossMarginSummary.totalRawUsd + crossRows.reduce((sum, row) => sum + valueAtEntry(row), 0),
  };
}

const valueAtEntry = ({ szi, entryPx }: Row): number => szi * entryPx;

function held(row: Row): HeldPosition {
  const { coin, szi, entryPx, positionValue, liquidationPx, maxLeverage, leverage } = row;
  const { multiplier, ...asset } = assetNamed(coin);
  return {
    ...asset,
    instrument: coin,
    side: szi > 0 ? 'long' : 'short',
    sizeBase: Math.abs(szi) * multiplier,
    entryPrice: entryPx / multiplier,
    markPrice: positionValue / (Math.abs(szi) * multiplier),
    liquidationPrice: liquidationPx === null || liquidationPx <= 0 ? null : liquidationPx / multiplier,
    maxLeverage,
    isolatedMarginUsd: leverage.type === 'cross' ? null : leverage.rawUsd + valueAtEntry(row),
  };
}

/**
 * Orders of an account that close what it holds: stops and take-profits that wait for their price, and resting orders
 * that only reduce. Those that wait for another order to be filled (its `children`) close nothing yet.
 * @throws SchemaError
 */
export const parseExits = (json: unknown): readonly ExitOrder[] => openOrders(json).flatMap(exitOf);

/**
 * Of an account's orders the stops and take-profits that close what it holds of the instrument. What rests at its price
 * stands in the book, and waits for nothing.
 * @throws SchemaError
 */
export const parseWaitingOrders = (json: unknown, instrument: Instrument): readonly WaitingOrder[] =>
  openOrders(json)
    .filter(({ coin, isTrigger }) => isTrigger && coin === instrument.id)
    .flatMap(exitOf)
    .map(({ kind, side, price, sizeBase }) => ({ kind, side, price, sizeBase }));

type Order = v.InferOutput<typeof schema.openOrder>;

const openOrders = (json: unknown): readonly Order[] =>
  readRows(schema.openOrder, json, 'frontendOpenOrders', (order) => order);

/** None where it opens a position. */
function exitOf(order: Order): readonly ExitOrder[] {
  const { coin, side, sz, limitPx, triggerPx, isTrigger, reduceOnly, isPositionTpsl } = order;
  if (!reduceOnly && !isPositionTpsl) return [];
  const { multiplier } = assetNamed(coin);
  const price = isTrigger ? triggerPx : limitPx;
  if (!(price > 0)) return [];
  return [
    {
      kind: isTrigger && order.orderType.startsWith('Stop') ? ('stop' as const) : ('target' as const),
      instrument: coin,
      side: side === 'A' ? ('long' as const) : ('short' as const),
      price: price / multiplier,
      sizeBase: sz === 0 ? null : sz * multiplier,
    },
  ];
}

/** @throws SchemaError */
export function parseRole(json: unknown): AccountRole {
  const { role } = readAnswer(v.object({ role: v.string() }), json, 'userRole');
  return role === 'missing' || role === 'agent' ? role : 'account';
}

/** Modes in which the exchange and each builder have a margin of their own. In others a balance backs several of them. */
const APART = ['default', 'disabled'];

/** Whether what a book says of its margin is all that backs it. @throws SchemaError */
export const parseIsApart = (json: unknown): boolean =>
  APART.includes(readAnswer(v.string(), json, 'userAbstraction'));
