import { expect, test } from 'vitest';

import { VENUES } from '../../core/venues/registry.ts';
import { BTC_ALONE } from '../exchange/scenarios/january-2026.ts';
import { startExchange } from '../exchange/start-exchange.ts';
import { createWorld } from './support/fake-ports.ts';
import { portsTo } from './support/simulated-world.ts';
import { startWorker } from './support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC: the bar of 12:25 closed 296 s ago. */
const NOW_MS = 1_768_480_496_000;

/** Of this machine: longer than the exchange takes. */
const TIMEOUT_MS = 60_000;

test(
  'a venue of the simulated exchange whose bars come five minutes late is loaded to the end',
  { timeout: 120_000 },
  async () => {
    const exchange = await startExchange({ scenario: BTC_ALONE, clock: () => NOW_MS, endsAtMs: NOW_MS });
    exchange.faults.add({ venue: 'bybit', fault: { kind: 'late', byS: 310 } });
    const world = createWorld(NOW_MS);
    world.settings = { ...world.settings, venues: ['binance', 'bybit'] };
    const service = startWorker(portsTo(exchange, world, TIMEOUT_MS), VENUES);

    while (await service.poll('BTCUSDT'));

    const report = world.reports.get('BTCUSDT');
    expect(report?.warmUp).toEqual({ barsLoaded: 8640, barsNeeded: 8640, done: true });
    expect(report?.sources.filter(({ venue, code }) => venue === 'bybit' && code !== null)).toEqual([]);
    expect(exchange.requests.all.filter(({ host }) => host === 'api.bybit.com').length).toBeGreaterThan(5);
    await exchange.close();
  },
);
