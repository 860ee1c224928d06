import { beforeEach, describe, expect, test } from 'vitest';

import { settings } from '../../core/ledger/settings/settings.ts';
import type { OwnLine } from '../../core/market/own-line.ts';
import { answerMessage, type Sender } from '../../core/service/protocol/answer-message.ts';
import type { Household } from '../../core/service/protocol/household.ts';
import type { Reply } from '../../core/service/protocol/list.ts';
import { VENUES } from '../../core/venues/registry.ts';
import { buildAccount, buildBook, buildHeld, buildTold } from '../support/accounts.ts';
import { buildPosition } from '../support/sample-position.ts';
import { buildQuote, buildReport, SAMPLE_AT } from '../support/sample-report.ts';
import { createPorts, createWorld, type World } from './support/fake-ports.ts';
import { startWorker } from './support/start-worker.ts';

let world: World;
const PAGE: Sender = { isOwn: false, page: '7', site: 'binance' };

async function lines(
  sender: Sender = PAGE,
  asked: Readonly<Record<string, unknown>> = {},
): Promise<readonly OwnLine[]> {
  const household = { service: startWorker(createPorts(world), VENUES) } as unknown as Household;
  const message = { kind: 'own-lines', market: 'BTCUSDT', instrument: 'BTCUSDT', quote: null, ...asked };
  const reply = (await answerMessage(message, sender, household)) as Reply<readonly OwnLine[]>;
  if (!reply.ok) throw new Error(reply.refusal.code);
  return reply.value;
}
const rolesOf = (told: readonly OwnLine[]) => told.map(({ role }) => role);
const liquidation = async (...given: Parameters<typeof lines>) =>
  (await lines(...given)).find((line) => line.role === 'liquidation');

beforeEach(() => {
  world = createWorld(SAMPLE_AT);
  world.reports.set('BTCUSDT', buildReport());
  world.positions = [buildPosition()];
});

describe('the lines of the user’s positions', () => {
  test('are told to a page of the venue where the position is', async () => {
    expect(rolesOf(await lines())).toEqual(['liquidation', 'entry', 'stop']);
  });

  test.each<readonly [string, Sender]>([
    ['of another venue', { ...PAGE, site: 'bybit' }],
    ['that shows charts of every venue', { ...PAGE, site: 'tradingview' }],
    ['of no site', { ...PAGE, site: null }],
    ['of which the browser says nothing', { isOwn: false, page: '7' }],
  ])('are told to no page %s, whatever it says of itself', async (_name, sender) => {
    expect(await lines(sender)).toEqual([]);
    const quote = buildQuote(91_000, { venueMark: { venue: 'binance', price: 91_000, at: SAMPLE_AT + 1 } });
    expect(await lines(sender, { quote, site: 'binance', venue: 'binance', page: '8' })).toEqual([]);
  });

  test('are those of the market that is asked for', async () => {
    expect(await lines(PAGE, { market: 'ETHUSDT' })).toEqual([]);
    await expect(lines(PAGE, { market: '*' })).rejects.toThrow('unreadable');
  });

  test('go with the price that the view was told last', async () => {
    const { distance: before } = (await liquidation())!;
    const at = SAMPLE_AT + 5_000;
    const quote = buildQuote(86_000, { at, venueMark: { venue: 'binance', price: 86_000, at } });
    const after = (await liquidation(PAGE, { quote }))!;

    // 82,680.7 against 90,912 and against 86,000.
    expect(before).toBeCloseTo(-0.0905, 3);
    expect(after.distance).toBeCloseTo(-0.0386, 3);
  });

  test('of an address are told to Hyperliquid’s page alone, and go with the address', async () => {
    world.positions = [];
    const books = [buildBook({ atMs: SAMPLE_AT, positions: [buildHeld()] })];
    world.accounts = [buildAccount({ told: buildTold({ books }) })];

    expect(rolesOf(await lines({ ...PAGE, site: 'hyperliquid' }))).toContain('entry');
    expect(await lines({ ...PAGE, site: 'hyperliquid' }, { instrument: 'hyna:BTC' })).toEqual([]);
    expect(await lines()).toEqual([]);
    world.accounts = [];
    expect(await lines({ ...PAGE, site: 'hyperliquid' })).toEqual([]);
  });

  test('name no dollars while amounts are hidden; the rest stays', async () => {
    const shown = (await liquidation())!;
    world.settings = { ...settings.fallback, hideAmounts: true };
    const hidden = (await liquidation())!;

    expect(shown.betweenUsd).toBeGreaterThan(1e9);
    expect(hidden).toEqual({ ...shown, betweenUsd: null });
  });

  test('are the same for a position twice as large while amounts are hidden', async () => {
    world.settings = { ...settings.fallback, hideAmounts: true };
    const before = await lines();
    world.positions = [buildPosition({ size: { unit: 'usd', value: 50_000 } })];

    expect(await lines()).toEqual(before);
  });

  test('are there at first, and gone once they are switched off', async () => {
    expect(settings.fallback.ownLines).toBe(true);
    world.settings = { ...settings.fallback, ownLines: false };

    expect(await lines()).toEqual([]);
  });
});
