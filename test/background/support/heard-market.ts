import type { ForcedOrder } from '../../../core/market/forced-order.ts';
import { chunkOf, hourOf } from '../../../core/ledger/forced-orders/order-chunks.ts';
import type { Ports } from '../../../core/ledger/ports.ts';
import type { ForecastRow } from '../../../core/ledger/tables/forecasts.ts';
import type { OutcomeRow } from '../../../core/ledger/tables/outcomes.ts';
import type { SkillRow } from '../../../core/ledger/tables/skill.ts';
import type { WatchService } from '../../../core/service/watch-service.ts';
import { createPorts, type World } from './fake-ports.ts';
import { createFakeVenues } from './fake-venues.ts';
import { startWorker } from './start-worker.ts';

/** 2026-01-15 22:00:00 UTC. */
export const START_S = 1_768_514_400;
export const HOUR_S = 3600;

const venues = createFakeVenues(START_S - 5 * HOUR_S);

/** A worker at `nowS` that has asked for all there is. */
export async function poll(
  world: World,
  nowS: number,
  ports: Ports = createPorts(world),
): Promise<WatchService> {
  world.nowMs = nowS * 1000;
  const service = startWorker(ports, venues);
  while (await service.poll('BTCUSDT'));
  return service;
}

/** Polls just after each hour from the start, for `hours` hours. */
export async function live(world: World, hours: number): Promise<void> {
  for (let hour = 0; hour <= hours; hour++) await poll(world, START_S + hour * HOUR_S + 40);
}

/** Bybit was listened to from `fromS` to `untilS`, and every ten minutes a long and a short died. */
export async function listen(world: World, fromS: number, untilS: number): Promise<void> {
  const { database } = createPorts(world);
  const orders: ForcedOrder[] = [];
  for (let atS = fromS; atS < untilS; atS += 600) {
    for (const side of ['long', 'short'] as const) {
      orders.push({
        atMs: atS * 1000,
        venue: 'bybit',
        base: 'BTC',
        side,
        orderPrice: 100,
        filledPrice: null,
        quantityBase: 2,
        notionalUsd: 200,
      });
    }
  }
  const stretches = [{ fromMs: fromS * 1000, untilMs: untilS * 1000 }];
  const hours = new Set(orders.map(({ atMs }) => hourOf(atMs)));
  await database.commit([
    { store: 'listening', key: ['BTCUSDT', 'bybit'], value: { stretches, revision: 0 } },
    ...[...hours].map((hour) => ({
      store: 'forcedOrders' as const,
      key: ['BTCUSDT', 'bybit', hour],
      value: chunkOf(orders.filter(({ atMs }) => hourOf(atMs) === hour)),
    })),
  ]);
}

export const rowsOf = async <S extends 'forecasts' | 'outcomes'>(world: World, store: S) =>
  (await createPorts(world).database.list(store, ['BTCUSDT'])).map(
    ({ value }) => value,
  ) as readonly (S extends 'forecasts' ? ForecastRow : OutcomeRow)[];

export const skillOf = (world: World): Promise<SkillRow | null> =>
  createPorts(world).database.get('skill', ['BTCUSDT']);
