import { describe, expect, test } from 'vitest';

import { accountPositions } from '../../core/ledger/accounts/account-positions.ts';
import { accountState } from '../../core/ledger/accounts/account-state.ts';
import { type Account, accounts, type AccountsChange } from '../../core/ledger/accounts/accounts.ts';
import { NetworkError } from '../../core/market/errors.ts';
import type { HttpRequest } from '../../core/market/http-request.ts';
import { answerMessage } from '../../core/service/protocol/answer-message.ts';
import type { Household } from '../../core/service/protocol/household.ts';
import type { MessageOf } from '../../core/service/protocol/list.ts';
import type { WatchService } from '../../core/service/watch-service.ts';
import { hyperliquid } from '../../core/venues/hyperliquid/hyperliquid.ts';
import { ADDRESS } from '../support/accounts.ts';
import { createPorts, createWorld, type World } from './support/fake-ports.ts';
import { createFakeVenues } from './support/fake-venues.ts';
import { startWorker } from './support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const OWN: Account = { id: 'aaaa-1', address: ADDRESS, label: null };

const fakes = createFakeVenues(NOW_MS / 1000 - 5 * 3600, { binance: { pageRows: 1000 } });
const venues = {
  ...fakes,
  hyperliquid: {
    ...fakes.hyperliquid,
    budgets: hyperliquid.budgets,
    publicPositions: hyperliquid.publicPositions,
  },
};

type Body = { readonly type: string; readonly dex?: string };
type Answers = Readonly<Record<string, (body: Body, world: World) => unknown>>;

/** Long bitcoin with its own margin of 5 % at 100, liquidated at 96.2. */
const BITCOIN = {
  coin: 'BTC',
  szi: '10.0',
  leverage: { type: 'isolated', value: 20, rawUsd: '-950.0' },
  entryPx: '100.0',
  positionValue: '1000.0',
  liquidationPx: '96.2025316456',
  maxLeverage: 40,
};

const state = (world: World, ...positions: readonly object[]) => ({
  time: world.nowMs,
  crossMarginSummary: { totalRawUsd: '0.0' },
  assetPositions: positions.map((position) => ({ type: 'oneWay', position })),
});

/** An account with one position, at the exchange itself; `xyz` is the one builder. */
const HOLDING: Answers = {
  perpDexs: () => [null, { name: 'xyz' }],
  clearinghouseState: ({ dex }, world) => (dex === undefined ? state(world, BITCOIN) : state(world)),
  frontendOpenOrders: () => [],
  userRole: () => ({ role: 'user' }),
  userAbstraction: () => 'default',
};
const EMPTY: Answers = { ...HOLDING, clearinghouseState: (_body, world) => state(world) };

const bodyOf = ({ body }: Pick<HttpRequest, 'body'>): Body => JSON.parse(body ?? '{}') as Body;

function createHeld(answers: Answers = HOLDING): World {
  const world = createWorld(NOW_MS);
  world.settings = { ...world.settings, venues: ['binance'] };
  world.answer = (request) => answer(answers, request, world);
  change(world, { put: [OWN] });
  return world;
}

const answer = (answers: Answers, request: HttpRequest, world: World): unknown =>
  request.url.startsWith('https://api.hyperliquid.xyz')
    ? answers[bodyOf(request).type]!(bodyOf(request), world)
    : 'ok';

const change = (world: World, what: AccountsChange) => {
  world.accounts = accounts.restore(accounts.change(world.accounts, what));
  return world.accounts;
};

const serve = (world: World): WatchService => startWorker(createPorts(world), venues);

async function look(world: World, minutes = 0, service = serve(world)): Promise<void> {
  world.nowMs = Math.max(world.nowMs, NOW_MS + minutes * MINUTE_MS);
  while (await service.tick());
}

/** Where a text stands in what a worker leaves behind. */
const placesOf = (world: World, text: string): readonly string[] =>
  [
    ...world.rows,
    ...world.reports,
    ['accounts', world.accounts] as const,
    ['shown', world.shown] as const,
  ].flatMap((entry) => (JSON.stringify(entry).includes(text) ? [entry[0]] : []));

const stateOf = (world: World) => accountState(world.accounts[0]!);
const asked = (world: World, type: string): number =>
  world.requests.filter(({ url, body }) => url.includes('hyperliquid.xyz') && bodyOf({ body }).type === type)
    .length;

describe('an account', () => {
  test('is asked for with the poll, and the markets of what it holds are polled with it', async () => {
    const world = createHeld();

    await look(world);

    expect(stateOf(world)).toEqual({ kind: 'held', positions: 1, atMs: NOW_MS, failure: null });
    expect(accountPositions(world.accounts)).toMatchObject([
      { id: 'aaaa-1:BTC', side: 'long', entryPrice: 100 },
    ]);
    expect(world.reports.has('BTCUSDT')).toBe(true);
    expect(await serve(world).watched()).toEqual(['BTCUSDT']);
  });

  test('is named to its venue alone, and in the body of what is asked alone', async () => {
    const world = createHeld();

    await look(world);

    const naming = world.requests.filter((request) =>
      JSON.stringify(request).toLowerCase().includes(ADDRESS),
    );
    expect(naming.length).toBeGreaterThan(2);
    expect([...new Set(naming.map(({ url }) => url))]).toEqual(['https://api.hyperliquid.xyz/info']);
    expect(placesOf(world, ADDRESS)).toEqual(['accounts']);
  });

  test('is asked for no more often than its markets, its orders and its empty books less often', async () => {
    const world = createHeld();
    const service = serve(world);

    for (let second = 0; second < 600; second += 30) await look(world, second / 60, service);

    // Twenty alarms of half a minute: every second one, as with the markets.
    expect(world.requests.filter(({ url }) => url.includes('binance.example/ticker'))).toHaveLength(10);
    expect([asked(world, 'clearinghouseState'), asked(world, 'frontendOpenOrders')]).toEqual([10 + 2, 5]);
    expect([asked(world, 'perpDexs'), asked(world, 'userRole'), asked(world, 'userAbstraction')]).toEqual([
      1, 0, 0,
    ]);
  });

  test('that holds nothing is asked for every five minutes, and at once by who looks', async () => {
    const world = createHeld(EMPTY);
    const service = serve(world);

    for (let second = 0; second < 600; second += 30) await look(world, second / 60, service);
    const before = asked(world, 'clearinghouseState');
    await service.askAccounts();
    await service.askAccounts();

    expect(stateOf(world)).toMatchObject({ kind: 'none', positions: 0 });
    expect(before).toBe(4);
    expect(asked(world, 'clearinghouseState')).toBe(before + 1);
  });

  test('whose orders changed with its size is asked for them at once', async () => {
    const world = createHeld();
    const service = serve(world);
    await look(world, 0, service);
    const stop = {
      coin: 'BTC',
      side: 'A',
      sz: '0.0',
      limitPx: '0.0',
      triggerPx: '97.5',
      orderType: 'Stop Market',
      isTrigger: true,
      reduceOnly: true,
      isPositionTpsl: true,
    };
    const changed: Answers = {
      ...HOLDING,
      clearinghouseState: ({ dex }) =>
        dex === undefined ? state(world, { ...BITCOIN, szi: '5.0', positionValue: '500.0' }) : state(world),
      frontendOpenOrders: () => [stop],
    };
    world.answer = (request) => answer(changed, request, world);

    await look(world, 1, service);

    expect(accountPositions(world.accounts)).toMatchObject([{ size: { value: 5 }, stopPrice: 97.5 }]);
  });

  test('at which nothing was ever traded is told as unknown, and the key of a program as that', async () => {
    for (const [role, kind] of [
      ['missing', 'missing'],
      ['agent', 'agent'],
    ] as const) {
      const world = createHeld({ ...EMPTY, userRole: () => ({ role }) });

      await look(world);

      expect(stateOf(world).kind).toBe(kind);
    }
  });

  test.each<[string, Answers]>([
    ['refuses', { ...EMPTY, clearinghouseState: () => null }],
    ['does not say what the address is', { ...EMPTY, userRole: () => ({}) }],
    [
      'does not answer for a builder',
      {
        ...EMPTY,
        clearinghouseState: ({ dex }, world) => {
          if (dex !== undefined) throw new NetworkError('cut');
          return state(world);
        },
      },
    ],
    [
      'does not name its builders',
      {
        ...EMPTY,
        perpDexs: () => {
          throw new NetworkError('cut');
        },
      },
    ],
  ])('of which the venue %s is not told as holding nothing', async (_what, answers) => {
    const world = createHeld(answers);

    await look(world);

    expect(stateOf(world).kind).toBe('failed');
    expect(stateOf(world).failure).not.toBeNull();
  });

  test('that cannot be read again is as it was told before, and what is wrong is said', async () => {
    const world = createHeld();
    await look(world);
    world.answer = ({ url }) => {
      if (url.includes('hyperliquid.xyz')) throw new NetworkError('cut');
      return 'ok';
    };

    await look(world, 2);

    expect(stateOf(world)).toMatchObject({
      kind: 'held',
      positions: 1,
      atMs: NOW_MS,
      failure: { code: 'network' },
    });
  });

  test('of which a part cannot be read has the rest', async () => {
    const world = createHeld({
      ...HOLDING,
      clearinghouseState: ({ dex }) =>
        dex === undefined ? state(world, BITCOIN) : { assetPositions: 'many' },
    });
    const service = serve(world);

    await look(world, 0, service);
    await look(world, 1, service);

    expect(stateOf(world)).toMatchObject({
      kind: 'held',
      atMs: NOW_MS + MINUTE_MS,
      failure: { code: 'schema' },
    });
  });
});

describe('a position at an address', () => {
  /** A household in memory. */
  const householdOf = (world: World, service: WatchService) => {
    const dismissed: unknown[] = [];
    const household = {
      service,
      pollDue: () => {},
      accounts: { change: async (make: () => AccountsChange) => change(world, make()) },
      dismissedWarnings: { change: async (make: () => unknown) => dismissed.push(make()) },
    } as unknown as Household;
    const tell = <K extends 'put-account' | 'remove-account'>(message: MessageOf<K>, isOwn = true) =>
      answerMessage(message, { isOwn, page: 'tab' }, household);
    return { tell, dismissed };
  };
  const warningsOf = (world: World) =>
    (world.reports.get('BTCUSDT')?.warnings ?? []).filter(({ rule }) => rule === 'own-liquidation');

  /** Its liquidation is 1 % away. */
  const near: Answers = {
    ...HOLDING,
    clearinghouseState: ({ dex }, world) => {
      const price = world.reports.get('BTCUSDT')?.price ?? 100;
      const liquidationPx = String(price * 0.99);
      const rawUsd = String(-price * 0.99 * 10 * (1 - 1 / 80));
      return dex === undefined
        ? state(world, { ...BITCOIN, liquidationPx, leverage: { type: 'isolated', value: 20, rawUsd } })
        : state(world);
    },
  };

  test('is warned of like one that was typed in, without a figure or the address where pages read', async () => {
    const world = createHeld(near);

    await look(world, 0);
    await look(world, 1);

    const [warning] = warningsOf(world);
    expect(warning).toMatchObject({ code: 'own-liquidation', figures: {}, isOwn: true, isPressing: true });
    expect(world.shown).toEqual([warning?.id]);
    expect(placesOf(world, ADDRESS)).toEqual(['accounts']);
  });

  test('of which its venue has said nothing for an hour is warned of no more', async () => {
    const world = createHeld(near);
    await look(world);
    world.shown.splice(0);
    world.reports.clear();
    for (const key of world.rows.keys()) if (key.includes('alerts')) world.rows.delete(key);
    world.answer = ({ url }) => {
      if (url.includes('hyperliquid.xyz')) throw new NetworkError('cut');
      return 'ok';
    };

    await look(world, 61);

    expect(warningsOf(world)).toEqual([]);
    expect(world.nowMs - NOW_MS).toBeGreaterThan(HOUR_MS);
  });

  test('goes with its address, and every warning of it with both', async () => {
    const world = createHeld(near);
    const service = serve(world);
    await look(world, 0, service);
    await look(world, 1, service);
    const { tell, dismissed } = householdOf(world, service);
    expect(placesOf(world, 'aaaa-1').length).toBeGreaterThan(3);

    const reply = await tell<'remove-account'>({ kind: 'remove-account', id: 'aaaa-1' });
    await look(world, 3, service);

    expect(reply).toEqual({ ok: true, value: [] });
    expect(placesOf(world, 'aaaa-1')).toEqual([]);
    expect(warningsOf(world)).toEqual([]);
    expect(dismissed).toEqual([{ forget: 'aaaa-1:' }]);
    expect(await service.watched()).toEqual([]);
  });

  test('leaves nothing either where the answer comes after the address has gone', async () => {
    const world = createHeld();
    const service = serve(world);
    const { tell } = householdOf(world, service);
    world.answer = (request) => {
      if (request.url.includes('hyperliquid.xyz')) change(world, { remove: ['aaaa-1'] });
      return answer(HOLDING, request, world);
    };

    await look(world, 0, service);
    await tell<'remove-account'>({ kind: 'remove-account', id: 'aaaa-1' });

    expect(placesOf(world, 'aaaa-1')).toEqual([]);
  });

  test('is asked for, taken and forgotten for none but the extension’s own pages', async () => {
    const world = createHeld();
    const { tell } = householdOf(world, serve(world));

    for (const message of [
      { kind: 'put-account', account: { ...OWN, id: 'other' } },
      { kind: 'remove-account', id: 'aaaa-1' },
    ] as const)
      expect(await tell(message, false)).toMatchObject({ ok: false, refusal: { code: 'not-asked' } });

    expect(world.accounts.map(({ id }) => id)).toEqual(['aaaa-1']);
  });

  test('of an address that is none is refused, and nothing is asked', async () => {
    const world = createHeld();
    const { tell } = householdOf(world, serve(world));

    const reply = await tell<'put-account'>({
      kind: 'put-account',
      account: { id: 'two', address: '0x12', label: null },
    });

    expect(reply).toMatchObject({ ok: false, refusal: { code: 'unreadable' } });
    expect(world.requests).toEqual([]);
  });
});
