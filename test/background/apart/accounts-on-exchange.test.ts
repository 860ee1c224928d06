import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';

import { accountPositions } from '../../../core/ledger/accounts/account-positions.ts';
import { accountState } from '../../../core/ledger/accounts/account-state.ts';
import { crossAccountOf } from '../../../core/risk/cross-account.ts';
import { formulaLiquidation } from '../../../core/risk/liquidation.ts';
import type { SavedPosition } from '../../../core/market/position.ts';
import type { MarketReport } from '../../../core/market/market-report.ts';
import { VENUES } from '../../../core/venues/registry.ts';
import { startExchange, type RunningExchange } from '../../exchange/start-exchange.ts';
import { EXAMPLE_ADDRESS, keptAccount } from '../../exchange/venues/hyperliquid/kept-accounts.ts';
import { ADDRESS } from '../../support/accounts.ts';
import { createWorld, type World } from '../support/fake-ports.ts';
import { portsTo } from '../support/simulated-world.ts';
import { startWorker } from '../support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
/** Of this machine: a request is never given up. */
const TIMEOUT_MS = 60_000;

// What is made of the markets is no question.
vi.mock(import('../../../core/service/publish.ts'), async (importOriginal) => ({
  ...(await importOriginal()),
  publish: async () => ({ warmUp: { done: true } }) as MarketReport,
}));

let exchange: RunningExchange;
beforeAll(async () => {
  exchange = await startExchange({ clock: () => NOW_MS, endsAtMs: NOW_MS });
}, 60_000);
afterAll(() => exchange.close(), 60_000);
beforeEach(() => {
  exchange.faults.clear();
  exchange.requests.clear();
});

/** What a worker makes of one address, after one question. */
async function look(address: string): Promise<World> {
  const world = createWorld(NOW_MS);
  world.settings = { ...world.settings, venues: [] };
  world.accounts = [{ id: 'own', address, label: null, told: null }];
  const service = startWorker(portsTo(exchange, world, TIMEOUT_MS), VENUES);
  await service.askAccounts();
  return world;
}

const heldBy = ({ accounts }: World): readonly SavedPosition[] => accountPositions(accounts);
const unknown = { markPriceOf: () => null, tiersOf: () => null };

describe('an account of the simulated venue', () => {
  test('has its positions of every book, with their orders, as the venue holds them', async () => {
    const held = heldBy(await look(EXAMPLE_ADDRESS));

    const { books, orders } = keptAccount(exchange.market, EXAMPLE_ADDRESS)!;
    expect(held.map(({ origin }) => origin!.instrument).toSorted()).toEqual(
      Object.values(books)
        .flatMap(({ legs }) => legs.map(({ coin }) => coin))
        .toSorted(),
    );
    const bitcoin = held.find(({ base }) => base === 'BTC');
    const [stop, first, second] = orders['']!;
    expect(bitcoin).toMatchObject({
      side: 'long',
      marginMode: 'isolated',
      size: { unit: 'base', value: 0.4 },
      entryPrice: books['']!.legs[0]!.entryPx,
      stopPrice: stop!.triggerPx,
      targets: [
        { price: first!.triggerPx, share: 0.25 },
        { price: second!.triggerPx, share: 0.75 },
      ],
    });
  });

  test('is liquidated by the formula where the venue says, isolated and cross', async () => {
    const held = heldBy(await look(EXAMPLE_ADDRESS));

    const differences = held.map((position) => {
      const { markPrice, liquidationPrice: told } = position.origin!;
      const { liquidationPrice } = formulaLiquidation(position, {
        tiers: null,
        markPrice,
        ...crossAccountOf(position, held, unknown),
      });
      return Math.abs((liquidationPrice ?? 0) - (told ?? 0)) / markPrice;
    });
    expect(Math.max(...differences)).toBeLessThan(1e-6);
    expect(held.filter(({ marginMode }) => marginMode === 'cross')).toHaveLength(2);
  });

  test('is one that the market’s own traders have, too', async () => {
    const { market } = exchange;
    const state = await look(await traderOf('ETH'));

    const [position] = heldBy(state);

    expect(accountState(state.accounts[0]!)).toMatchObject({ kind: 'held', failure: null });
    expect(position?.origin?.markPrice).toBeCloseTo(market.venuePrice('hyperliquid', 'ETH'), 4);
  });

  test('that nobody has is told as unknown', async () => {
    const world = await look(ADDRESS);

    expect(accountState(world.accounts[0]!).kind).toBe('missing');
  });

  test.each([
    { kind: 'error', status: 500 },
    { kind: 'refuse', status: 403 },
    { kind: 'throttle', status: 429, retryAfterS: 30 },
    { kind: 'cut' },
    { kind: 'garbage' },
    { kind: 'truncated' },
    { kind: 'wrong-types' },
    { kind: 'future', byS: 3600 },
  ] as const)('is told as unread, never as empty, where its venue answers with $kind', async (fault) => {
    for (const address of [EXAMPLE_ADDRESS, ADDRESS]) {
      exchange.faults.add({ venue: 'hyperliquid', fault });

      const world = await look(address);

      expect(accountState(world.accounts[0]!)).toMatchObject({ kind: 'failed', positions: 0 });
      exchange.faults.clear();
    }
  });
});

async function traderOf(coin: string): Promise<string> {
  const world = createWorld(NOW_MS);
  const { http } = portsTo(exchange, world, TIMEOUT_MS);
  const trades = (await http.fetchJson({
    url: 'https://api.hyperliquid.xyz/info',
    method: 'POST',
    body: JSON.stringify({ type: 'recentTrades', coin }),
    budget: '',
    weight: 0,
  })) as { readonly users: readonly string[] }[];
  return trades[0]!.users[0]!;
}
