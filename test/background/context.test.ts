import { describe, expect, test } from 'vitest';

import { HttpError, PermissionError, RateLimitedError } from '../../core/market/errors.ts';
import { createPorts, createWorld, type World } from './support/fake-ports.ts';
import { createFakeVenues } from './support/fake-venues.ts';
import { startWorker } from './support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC, a Thursday. */
const NOW_MS = 1_768_480_496_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const coinMarketCap = (days: Readonly<Record<string, number>>): string =>
  JSON.stringify({
    data: {
      points: Object.entries(days).map(([day, value]) => ({ timestamp: String(Date.parse(day)), value })),
    },
  });

const bitbo =
  '<table><tr><th>Date</th><th>Totals</th></tr><tr><td>Jan 13, 2026</td><td>753.8</td></tr></table>';

const calendar = JSON.stringify([
  { title: 'Retail Sales', country: 'USD', date: '2026-01-15T08:30:00-05:00', impact: 'High' },
  { title: 'Beige Book', country: 'USD', date: '2026-01-15T14:00:00-05:00', impact: 'Low' },
]);

const volatility = JSON.stringify({
  result: { data: [[NOW_MS - HOUR_MS, 44, 45, 43, 44.5]] },
});

const holdings = (total: number): string =>
  JSON.stringify({ total_holdings: total, companies: [{ name: 'Mogo Inc.', total_holdings: 18 }] });

const ANSWERS: Readonly<Record<string, () => string>> = {
  'api.coinmarketcap.com': () => coinMarketCap({ '2026-01-12': 116.7e6, '2026-01-13': 753.8e6 }),
  'bitbo.io': () => bitbo,
  'nfs.faireconomy.media': () => calendar,
  'www.deribit.com': () => volatility,
  'api.coingecko.com': () => holdings(1_050_000),
};

const answering = (
  special: Partial<Record<keyof typeof ANSWERS, () => string>> = {},
): World['answerText'] => {
  const answers = { ...ANSWERS, ...special };
  return (url) => answers[new URL(url).host]?.() ?? '';
};

const throwing = (error: Error) => (): never => {
  throw error;
};

const createMarket = (answerText: World['answerText']) => {
  const world = createWorld(NOW_MS);
  world.settings = { ...world.settings, venues: ['binance'] };
  world.answerText = answerText;
  const fakes = createFakeVenues(NOW_MS / 1000 - 6 * 3600, { binance: { pageRows: 1000 } });
  return {
    world,
    poll: async (atMs = NOW_MS, market = 'BTCUSDT') => {
      world.nowMs = atMs;
      const service = startWorker(createPorts(world), fakes);
      while (await service.poll(market));
      return world.reports.get('BTCUSDT')?.context;
    },
    askedAt: (host: string) =>
      world.requests.filter(({ url }) => new URL(url).host === host).map(({ atMs }) => atMs),
  };
};

describe('context', () => {
  test('is told with its sources and their age', async () => {
    const market = createMarket(answering());

    const context = await market.poll();

    expect(context).toMatchObject({
      etf: { date: '2026-01-13', netFlowUsd: 753.8e6, sum5dUsd: 870.5e6, streakDays: 2 },
      events: [{ title: 'Retail Sales', impact: 'high', at: Date.UTC(2026, 0, 15, 13, 30) }],
      dvol: 44.5,
      treasuries: { base: 1_050_000, companies: 1, monthBase: null },
    });
    expect(context?.sources).toEqual([
      { figure: 'etf', name: 'CoinMarketCap', status: 'ok', at: NOW_MS, code: null },
      { figure: 'events', name: 'Forex Factory', status: 'ok', at: NOW_MS, code: null },
      { figure: 'dvol', name: 'Deribit DVOL', status: 'ok', at: NOW_MS, code: null },
      { figure: 'treasuries', name: 'CoinGecko', status: 'ok', at: NOW_MS, code: null },
    ]);
  });

  test('that is not allowed is not asked for, and says permission', async () => {
    const market = createMarket(throwing(new PermissionError('no')));

    const context = await market.poll();

    expect(context).toMatchObject({ etf: null, events: [], dvol: null });
    expect(context?.sources?.every(({ status, code }) => status === 'failed' && code === 'permission')).toBe(
      true,
    );
  });

  test('is asked for at once when it is allowed', async () => {
    const market = createMarket(throwing(new PermissionError('no')));
    await market.poll();
    market.world.answerText = answering();

    expect((await market.poll(NOW_MS + 30_000))?.dvol).toBe(44.5);
  });

  test('falls back on the second source of fund flows, and keeps what the first had told', async () => {
    const market = createMarket(answering());
    await market.poll();
    market.world.answerText = answering({ 'api.coinmarketcap.com': throwing(new HttpError(503, 'down')) });

    const context = await market.poll(NOW_MS + 4 * HOUR_MS);

    expect(market.askedAt('bitbo.io')).toEqual([NOW_MS + 4 * HOUR_MS]);
    expect(context?.etf).toMatchObject({ date: '2026-01-13', sum5dUsd: 870.5e6 });
    expect(context?.sources?.map(({ name, status, code }) => `${name} ${status} ${code}`)).toContain(
      'CoinMarketCap stale http',
    );
  });

  test('of what companies hold grows by the day, and tells a month once it is known', async () => {
    const market = createMarket(answering());
    await market.poll();
    market.world.answerText = answering({ 'api.coingecko.com': () => holdings(1_062_000) });

    const context = await market.poll(NOW_MS + 30 * 24 * HOUR_MS);

    expect(context?.treasuries).toEqual({ base: 1_062_000, companies: 1, monthBase: 12_000 });
  });

  test('of what companies hold is asked for bitcoin alone', async () => {
    const market = createMarket(answering());
    await market.poll(NOW_MS, 'ETHUSDT');

    expect(market.askedAt('api.coingecko.com')).toEqual([]);
  });

  test('of one source that fails costs nothing else', async () => {
    const market = createMarket(answering({ 'www.deribit.com': () => '<html>maintenance</html>' }));

    const context = await market.poll();

    expect(context).toMatchObject({ dvol: null, etf: { date: '2026-01-13' } });
    expect(context?.sources).toContainEqual({
      figure: 'dvol',
      name: 'Deribit DVOL',
      status: 'failed',
      at: null,
      code: 'schema',
    });
  });

  test('is polled gently: the calendar once in three hours, DVOL twice in one', async () => {
    const market = createMarket(answering());

    for (let atMs = NOW_MS; atMs < NOW_MS + 3 * HOUR_MS; atMs += 10 * MINUTE_MS) await market.poll(atMs);

    expect(market.askedAt('nfs.faireconomy.media')).toHaveLength(1);
    expect(market.askedAt('api.coinmarketcap.com')).toHaveLength(1);
    expect(market.askedAt('www.deribit.com')).toHaveLength(6);
    expect(market.askedAt('bitbo.io')).toHaveLength(0);
  });

  test('that answers 429 is left alone until the time it named, and the last good week stays', async () => {
    const market = createMarket(answering());
    await market.poll();
    const retryAtMs = NOW_MS + 5 * HOUR_MS;
    market.world.answerText = answering({
      'nfs.faireconomy.media': throwing(new RateLimitedError(retryAtMs, 'wait')),
    });
    const asked: number[] = [];
    const { answerText } = market.world;
    market.world.answerText = (url) => {
      if (url.includes('faireconomy')) asked.push(market.world.nowMs);
      return answerText(url);
    };

    for (let atMs = NOW_MS + 3 * HOUR_MS; atMs < NOW_MS + 6 * HOUR_MS; atMs += 30 * MINUTE_MS) {
      await market.poll(atMs);
    }

    expect(asked.filter((atMs) => atMs < retryAtMs)).toEqual([NOW_MS + 3 * HOUR_MS]);
    expect(asked.length).toBeGreaterThan(1);
    expect(market.world.rows.get('["context","faireconomy"]')).toMatchObject({
      data: { kind: 'events' },
      okAtMs: NOW_MS,
    });
  });
});
