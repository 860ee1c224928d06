import { describe, expect, test } from 'vitest';

import { HttpError, PermissionError } from '../../core/market/errors.ts';
import { buildPublicPosition } from '../support/public-positions.ts';
import type { World } from './support/fake-ports.ts';
import { createOpenMarket, NOW_MS } from './support/open-market.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Answers the leaderboard's host, no other. */
const leaderboard =
  (text: string): World['answerText'] =>
  (url) => {
    if (url.includes('leaderboard')) return text;
    throw new PermissionError(`no permission to read ${url}`);
  };

describe('accounts that were seen trading', () => {
  test('are asked for their position, which stands in the map at its own liquidation price', async () => {
    const alice = buildPublicPosition({ sizeBase: 700, liquidationPrice: 80 });
    const market = createOpenMarket({ alice, bob: null });

    await market.poll(NOW_MS);
    const report = await market.poll(NOW_MS + MINUTE_MS);

    const { map } = report ?? {};
    const bin = Math.floor(Math.log(80) / (map?.logStep ?? 1)) - (map?.firstBin ?? 0);
    expect(market.asked().toSorted()).toEqual(['alice', 'bob']);
    // 700 coins at 80 dollars are 56,000; what is inferred in one bin of a side of 5,000 coins is far less.
    expect(map?.longExposureUsd[bin]).toBeGreaterThan(55_900);
    expect(map?.longExposureUsd[bin]).toBeLessThan(60_000);
  });

  test('are asked again after half an hour, those without a position only when they trade again later', async () => {
    const market = createOpenMarket({ alice: buildPublicPosition(), bob: null });
    await market.poll(NOW_MS);

    await market.poll(NOW_MS + 5 * MINUTE_MS);
    expect(market.asked()).toHaveLength(2);

    await market.poll(NOW_MS + 31 * MINUTE_MS);
    expect(market.asked().slice(2)).toEqual(['alice']);
  });

  test('are asked fast until 240 are known, then twelve at a time', async () => {
    const many = Array.from(
      { length: 300 },
      (_, index) => [`trader ${index}`, buildPublicPosition()] as const,
    );
    const market = createOpenMarket(Object.fromEntries(many));
    const counts: number[] = [];

    for (let minute = 0; minute < 6; minute++) {
      const before = market.asked().length;
      await market.poll(NOW_MS + minute * MINUTE_MS);
      counts.push(market.asked().length - before);
    }

    expect(counts).toEqual([48, 48, 48, 48, 48, 12]);
  });

  test('are looked for once a bar in a market that is on the watch list alone, six of them', async () => {
    const many = Array.from(
      { length: 20 },
      (_, index) => [`trader ${index}`, buildPublicPosition()] as const,
    );
    const market = createOpenMarket(Object.fromEntries(many));
    market.world.settings = { ...market.world.settings, watchList: ['BTCUSDT'] };
    const looks = (): number => market.world.requests.filter(({ url }) => url.endsWith('/traders')).length;
    const polls: number[] = [];

    for (let minute = 0; minute <= 10; minute += 2.5) {
      await market.tick(NOW_MS + minute * MINUTE_MS);
      polls.push(looks());
    }

    expect(polls).toEqual([1, 1, 2, 2, 3]);
    expect(new Set(market.asked()).size).toBe(18);
  });

  test('are forgotten within a day, also when nothing is watched', async () => {
    const market = createOpenMarket({ alice: buildPublicPosition() });
    market.world.answerText = leaderboard('carol');
    await market.poll(NOW_MS);
    expect(market.traders()).toHaveLength(2);

    await market.tick(NOW_MS + 23 * HOUR_MS);

    expect(market.traders()).toEqual([]);
    expect(JSON.stringify([...market.world.rows])).not.toContain('carol');
  });

  test('are in no report and in no other row', async () => {
    const market = createOpenMarket({ '0xdeadbeef': buildPublicPosition() });

    const report = await market.poll(NOW_MS);

    const elsewhere = [...market.world.rows].filter(([key]) => !key.startsWith('["traders"'));
    expect(JSON.stringify(report)).not.toContain('deadbeef');
    expect(JSON.stringify(elsewhere)).not.toContain('deadbeef');
  });
});

describe('a venue that shows positions', () => {
  test('costs nothing but its own line in the report when it refuses them', async () => {
    const market = createOpenMarket({ alice: buildPublicPosition() });
    market.world.answer = ({ url }) => {
      if (url.includes('traders')) throw new HttpError(500, 'hyperliquid.example answered 500');
      return 'ok';
    };

    const report = await market.poll(NOW_MS);

    expect(report?.map).not.toBeNull();
    const failed = report?.sources.filter(({ code }) => code !== null) ?? [];
    expect(failed.map(({ kind, code }) => [kind, code])).toEqual([['positions', 'http']]);
  });
});

describe('the leaderboard', () => {
  test('is read once a day where its host is allowed, and its accounts are asked too', async () => {
    const market = createOpenMarket({ alice: null });
    market.world.answerText = leaderboard('carol dave');

    await market.poll(NOW_MS);
    await market.poll(NOW_MS + HOUR_MS);

    const reads = market.world.requests.filter(({ url }) => url.includes('leaderboard'));
    expect(reads).toHaveLength(1);
    expect(market.asked().slice(0, 3).toSorted()).toEqual(['alice', 'carol', 'dave']);
  });

  test('is left alone without permission, and tried at once when it is given', async () => {
    const market = createOpenMarket({ alice: null });
    market.world.answerText = (url) => {
      throw new PermissionError(`no permission to read ${url}`);
    };
    await market.poll(NOW_MS);
    market.world.answerText = leaderboard('carol');

    await market.poll(NOW_MS + MINUTE_MS);

    expect(market.asked()).toContain('carol');
  });

  test('that names nobody is not asked again within the hour', async () => {
    const market = createOpenMarket({ alice: null });
    market.world.answerText = leaderboard('');
    await market.poll(NOW_MS);

    await market.poll(NOW_MS + 30 * MINUTE_MS);

    const reads = market.world.requests.filter(({ url }) => url.includes('leaderboard'));
    expect(reads).toHaveLength(1);
  });
});
