import { describe, expect, test } from 'vitest';

import { HttpError, PermissionError } from '../../core/market/errors.ts';
import type { PublicPosition } from '../../core/market/public-position.ts';
import { hyperliquid } from '../../core/venues/hyperliquid/hyperliquid.ts';
import type { Venue } from '../../core/venues/venue.ts';
import type { TraderRow } from '../../core/ledger/tables/traders.ts';
import { createWatchService } from '../../core/service/watch-service.ts';
import { buildPublicPosition } from '../support/public-positions.ts';
import { createPorts, createWorld, type World } from './support/fake-ports.ts';
import { createFakeVenue } from './support/fake-venue.ts';
import { createFakeVenues } from './support/fake-venues.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const LISTED_S = NOW_MS / 1000 - 6 * 3600;

/** A venue of which `held` says what each account holds. */
function openVenue(world: World, held: Readonly<Record<string, PublicPosition | null>>): Venue {
  const venue = createFakeVenue({ id: 'hyperliquid', listedS: LISTED_S, pageRows: 1000 });
  const request = (path: string) => ({
    url: `https://hyperliquid.example/${path}`,
    method: 'GET' as const,
    body: null,
    budget: 'hyperliquid',
    weight: 1,
  });
  return {
    ...venue,
    publicPositions: {
      traders: () => ({ request: request('traders'), parse: () => Object.keys(held) }),
      position: (_instrument, address) => ({
        request: request(`position/${address}`),
        parse: () => {
          const position = held[address] ?? null;
          return position === null ? null : { ...position, atS: world.nowMs / 1000 };
        },
      }),
      account: hyperliquid.publicPositions!.account,
      leaderboard: {
        url: 'https://stats.example/leaderboard',
        scan: () => {
          let text = '';
          return { push: (part) => (text += part), traders: () => (text === '' ? [] : text.split(' ')) };
        },
      },
    },
  };
}

/** Answers the leaderboard's host, no other. */
const leaderboard =
  (text: string): World['answerText'] =>
  (url) => {
    if (url.includes('leaderboard')) return text;
    throw new PermissionError(`no permission to read ${url}`);
  };

function createMarket(held: Readonly<Record<string, PublicPosition | null>>) {
  const world = createWorld(NOW_MS);
  world.settings = { ...world.settings, venues: ['hyperliquid'] };
  const venues = { ...createFakeVenues(LISTED_S, {}), hyperliquid: openVenue(world, held) };
  return {
    world,
    poll: async (atMs: number) => {
      world.nowMs = atMs;
      const service = createWatchService(createPorts(world), venues);
      while (await service.poll('BTCUSDT'));
      return world.reports.get('BTCUSDT');
    },
    tick: async (atMs: number) => {
      world.nowMs = atMs;
      await createWatchService(createPorts(world), venues).tick();
    },
    asked: (): readonly string[] =>
      world.requests.flatMap(({ url }) => /position\/(.+)/.exec(url)?.slice(1) ?? []),
    traders: (): readonly TraderRow[] =>
      [...world.rows].flatMap(([key, value]) => (key.startsWith('["traders"') ? [value as TraderRow] : [])),
  };
}

describe('accounts that were seen trading', () => {
  test('are asked for their position, which stands in the map at its own liquidation price', async () => {
    const alice = buildPublicPosition({ sizeBase: 700, liquidationPrice: 80 });
    const market = createMarket({ alice, bob: null });

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
    const market = createMarket({ alice: buildPublicPosition(), bob: null });
    await market.poll(NOW_MS);

    await market.poll(NOW_MS + 5 * MINUTE_MS);
    expect(market.asked()).toHaveLength(2);

    await market.poll(NOW_MS + 31 * MINUTE_MS);
    expect(market.asked().slice(2)).toEqual(['alice']);
  });

  test('are forgotten within a day, also when nothing is watched', async () => {
    const market = createMarket({ alice: buildPublicPosition() });
    market.world.answerText = leaderboard('carol');
    await market.poll(NOW_MS);
    expect(market.traders()).toHaveLength(2);

    await market.tick(NOW_MS + 23 * HOUR_MS);

    expect(market.traders()).toEqual([]);
    expect(JSON.stringify([...market.world.rows])).not.toContain('carol');
  });

  test('are in no report and in no other row', async () => {
    const market = createMarket({ '0xdeadbeef': buildPublicPosition() });

    const report = await market.poll(NOW_MS);

    const elsewhere = [...market.world.rows].filter(([key]) => !key.startsWith('["traders"'));
    expect(JSON.stringify(report)).not.toContain('deadbeef');
    expect(JSON.stringify(elsewhere)).not.toContain('deadbeef');
  });
});

describe('a venue that shows positions', () => {
  test('costs nothing but its own line in the report when it refuses them', async () => {
    const market = createMarket({ alice: buildPublicPosition() });
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
    const market = createMarket({ alice: null });
    market.world.answerText = leaderboard('carol dave');

    await market.poll(NOW_MS);
    await market.poll(NOW_MS + HOUR_MS);

    const reads = market.world.requests.filter(({ url }) => url.includes('leaderboard'));
    expect(reads).toHaveLength(1);
    expect(market.asked().slice(0, 3).toSorted()).toEqual(['alice', 'carol', 'dave']);
  });

  test('is left alone without permission, and tried at once when it is given', async () => {
    const market = createMarket({ alice: null });
    market.world.answerText = (url) => {
      throw new PermissionError(`no permission to read ${url}`);
    };
    await market.poll(NOW_MS);
    market.world.answerText = leaderboard('carol');

    await market.poll(NOW_MS + MINUTE_MS);

    expect(market.asked()).toContain('carol');
  });

  test('that names nobody is not asked again within the hour', async () => {
    const market = createMarket({ alice: null });
    market.world.answerText = leaderboard('');
    await market.poll(NOW_MS);

    await market.poll(NOW_MS + 30 * MINUTE_MS);

    const reads = market.world.requests.filter(({ url }) => url.includes('leaderboard'));
    expect(reads).toHaveLength(1);
  });
});
