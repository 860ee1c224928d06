import { expect, test, vi } from 'vitest';

import { HttpError } from '../../../core/market/errors.ts';
import type { SourceKind, Stage } from '../../../core/sources/kinds/kind.ts';
import { createPorts, createWorld } from '../support/fake-ports.ts';
import { createFakeVenues } from '../support/fake-venues.ts';
import { startWorker } from '../support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
const HOUR_MS = 3_600_000;

// Kinds that only this list knows, one in each stage, asked at Binance alone.
vi.mock(import('../../../core/sources/kinds/list.ts'), async (importOriginal) => {
  const { KINDS: known } = await importOriginal();
  const { once, oneCall } = await import('../../../core/sources/kinds/kind.ts');
  const kindIn = (stage: Stage): SourceKind => ({
    id: `new-${stage}`,
    periodMs: 3_600_000,
    staleAfterMs: 3 * 3_600_000,
    stages: [stage],
    begin: once<null>({
      ask: oneCall(({ id }) => {
        const url = `https://binance.example/new-${stage}`;
        const request = { url, method: 'GET', body: null, budget: id, weight: 1 } as const;
        return id === 'binance' ? { request, parse: () => null } : null;
      }),
      fold: () => ({ data: null, changes: [] }),
    }),
  });
  return { KINDS: [...known, ...(['first', 'now', 'past', 'idle', 'apart'] as const).map(kindIn)] };
});

const createMarket = () => {
  const world = createWorld(NOW_MS);
  const venues = createFakeVenues(NOW_MS / 1000 - 6 * 3600, {
    binance: { pageRows: 1000 },
    bybit: { pageRows: 1000 },
  });
  return {
    world,
    poll: async (atMs: number) => {
      world.nowMs = atMs;
      const before = world.requests.length;
      const service = startWorker(createPorts(world), venues);
      while (await service.poll('BTCUSDT'));
      return world.requests
        .slice(before)
        .filter(({ url }) => url.includes('binance'))
        .map(({ url }) => new URL(url).pathname.slice(1));
    },
    told: () =>
      world.reports
        .get('BTCUSDT')
        ?.sources.filter(({ kind }) => kind.startsWith('new-'))
        .map(({ venue, kind, status }) => `${venue} ${kind} ${status}`),
  };
};

test('a kind that is in the list is asked in its stage, once a period, and told of', async () => {
  const { poll, told } = createMarket();

  const asked = await poll(NOW_MS);

  const order = asked.filter((path) => /^new-(first|now|past|idle)$|^ticker$|^candles-1h$/.test(path));
  expect([...new Set(order)]).toEqual([
    'ticker',
    'new-first',
    'new-now',
    'candles-1h',
    'new-past',
    'new-idle',
  ]);
  expect(asked).toContain('new-apart');
  expect(told()).toEqual(['first', 'now', 'past', 'idle', 'apart'].map((stage) => `binance new-${stage} ok`));
  expect((await poll(NOW_MS + HOUR_MS / 2)).filter((path) => path.startsWith('new-'))).toEqual([]);
});

test('while what comes first fails nothing is asked but what stands apart', async () => {
  const { world, poll, told } = createMarket();
  await poll(NOW_MS);
  world.answer = ({ url }) => {
    if (url.endsWith('new-first')) throw new HttpError(503, 'down');
    return 'ok';
  };

  const asked = await poll(NOW_MS + 4 * HOUR_MS);

  expect(asked.toSorted()).toEqual(['new-apart', 'new-first', 'ticker']);
  expect(told()?.[0]).toBe('binance new-first failed');
});
