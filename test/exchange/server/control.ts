import type { ServerResponse } from 'node:http';

import type { FaultRule } from '../faults/fault.ts';
import type { Exchange } from './exchange.ts';

/** Orders to the exchange from another process, on the hosts `localhost` and `127.0.0.1`. */
interface Orders {
  readonly addFault?: FaultRule;
  readonly clearFaults?: boolean;
  readonly clearRequests?: boolean;
  readonly advanceS?: number;
  readonly speed?: number;
  readonly drive?: { readonly base: string; readonly price: number; readonly bars: number };
}

/** `GET /faults`, `GET /requests`, `GET /market`; `POST /orders` with {@link Orders}. */
export function answerControl(
  exchange: Exchange,
  path: string,
  body: unknown,
  response: ServerResponse,
): void {
  const send = (status: number, value: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  if (path === '/faults') return void send(200, exchange.faults.list());
  if (path === '/requests') return void send(200, exchange.requests.all);
  if (path === '/orders') {
    obey(exchange, body as Orders | null);
    return void send(200, stateOf(exchange));
  }
  return path === '/market' ? void send(200, stateOf(exchange)) : void send(404, { error: `no ${path}` });
}

function obey(exchange: Exchange, orders: Orders | null): void {
  if (orders === null) return;
  if (orders.clearFaults === true) exchange.faults.clear();
  if (orders.clearRequests === true) exchange.requests.clear();
  if (orders.addFault !== undefined) exchange.faults.add(orders.addFault);
  if (orders.drive !== undefined)
    exchange.market.drive(orders.drive.base, orders.drive.price, orders.drive.bars);
  if (orders.speed !== undefined) exchange.market.setSpeed(orders.speed);
  if (orders.advanceS !== undefined) exchange.market.advance(orders.advanceS);
}

function stateOf({ market }: Exchange) {
  return {
    nowMs: market.nowMs(),
    coins: market.bases.map((base) => ({
      base,
      price: market.priceOf(base),
      openInterestUsd: market.openInterestBase(base) * market.priceOf(base),
    })),
  };
}
