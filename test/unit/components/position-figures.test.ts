import { describe, expect, test } from 'vitest';

import { checkDraft, draftOf, emptyDraft, entryOf } from '../../../components/popup/position-draft.ts';
import { positionFigures, type FiguresInput } from '../../../components/popup/position-figures.ts';
import { ownAmounts } from '../../../components/ui/own-amounts.ts';
import { positionText } from '../../../components/popup/position-text.ts';
import { checkWishes, EMPTY_WISHES } from '../../../components/popup/size-wishes.ts';
import { dollarsBetween } from '../../../core/risk/advice/path-to-liquidation.ts';
import type { MapReport } from '../../../core/market/market-report.ts';
import type { SavedPosition } from '../../../core/market/position.ts';
import { buildPosition } from '../../support/sample-position.ts';
import { buildReport } from '../../support/sample-report.ts';

const figuresOf = (position: SavedPosition, input: Partial<FiguresInput> = {}) =>
  positionFigures({
    position,
    positions: [],
    markets: { BTC: { report: buildReport(), tiers: {} } },
    wishes: null,
    ...input,
  });

describe('the form', () => {
  test.each<[string, Partial<SavedPosition>]>([
    ['isolated by leverage', { addedMarginUsd: 250, size: { unit: 'base', value: 0.25 } }],
    ['isolated by dollars', { margin: { kind: 'usd', usd: 3_000 }, stopPrice: null }],
    ['cross', { marginMode: 'cross', walletBalanceUsd: 9_000, margin: { kind: 'leverage', leverage: 1 } }],
    [
      'settled in coins',
      {
        contract: 'inverse',
        margin: { kind: 'base', base: 0.05 },
        walletBalanceBase: null,
        addedMarginBase: 0.01,
      },
    ],
  ])('gives a saved position back: %s', (_what, overrides) => {
    const position = buildPosition(overrides);

    expect(checkDraft(draftOf(position, 'en-US'), 'en-US', null).position).toEqual(position);
  });

  test('takes an empty field as missing, not as wrong', () => {
    const check = checkDraft(
      emptyDraft('id', { venue: 'okx', base: 'BTC', price: null }, 'en-US'),
      'en-US',
      null,
    );

    expect(check.errors).toEqual({});
    expect(check.missing).toEqual(['entryPrice', 'size']);
    expect(check.position).toBeNull();
  });

  test('is pre-filled with the price on its tick', () => {
    expect(entryOf({ price: 90_904.115_316_1, tickSize: 0.1 })).toBe(90_904.1);
    expect(entryOf({ price: null, tickSize: 0.1 })).toBeNull();
  });

  test('knows which venues settle in coins', () => {
    const draft = {
      ...draftOf(buildPosition(), 'en-US'),
      venue: 'hyperliquid',
      contract: 'inverse' as const,
    };

    expect(checkDraft(draft, 'en-US', null).errors.contract).toBe('Hyperliquid settles in dollars only.');
  });

  test('of what is allowed wants an equity and reads percents', () => {
    expect(checkWishes(EMPTY_WISHES, 'en-US').wishes).toBeNull();
    expect(checkWishes({ ...EMPTY_WISHES, equity: '20,000', volatility: '80' }, 'en-US').wishes).toEqual({
      equityUsd: 20_000,
      riskShare: 0.01,
      ruinProbability: 0.01,
      targetVolatility: 0.8,
      edge: null,
    });
    expect(checkWishes({ ...EMPTY_WISHES, risk: '200' }, 'en-US').errors).toEqual({ risk: 'At most 100 %.' });
  });
});

describe('figures of a position', () => {
  test('distance, profit and size follow from the mark price', () => {
    const position = buildPosition({ size: { unit: 'base', value: 0.5 }, entryPrice: 90_000 });

    const figures = figuresOf(position, {
      markets: { BTC: { report: buildReport({ price: 91_000, atr1dUsd: 2000 }), tiers: {} } },
    });

    const liquidation = figures.answer.liquidation.liquidationPrice ?? NaN;
    expect(figures.notionalUsd).toBe(45_000);
    expect(figures.profitUsd).toBe(500);
    expect(figures.distance?.usd).toBeCloseTo(91_000 - liquidation, 6);
    expect(figures.distance?.atr).toBeCloseTo((91_000 - liquidation) / 2000, 9);
    // First tier: 0.4 % of 45,500 over 4,500 of margin and 500 of profit.
    expect(figures.marginRatio).toBeCloseTo((0.004 * 45_500) / 5_000, 9);
  });

  test('the tiers of the venue are used where they are known', () => {
    const tiers = {
      binance: {
        venue: 'binance',
        instrumentId: 'BTCUSDT',
        basis: 'notional-usd',
        tiers: [{ floor: 0, cap: 1e6, maintenanceRate: 0.05, deductionUsd: 0, maxLeverage: 10 }],
        atMs: 1,
        source: 'venue',
      },
    } as const;
    const position = buildPosition({ size: { unit: 'base', value: 1 }, entryPrice: 100_000 });

    const { liquidation } = figuresOf(position, {
      markets: { BTC: { report: buildReport(), tiers } },
    }).answer;

    // Margin 10,000: (100,000 - 10,000) / (1 - 0.05) = 94,736.84.
    expect(liquidation.liquidationPrice).toBeCloseTo(94_736.84, 1);
    expect(liquidation.tiersUsed?.source).toBe('venue');
  });

  test('without a report there is a liquidation price and nothing that needs the market', () => {
    const figures = figuresOf(buildPosition(), { markets: {} });

    expect(figures.answer.liquidation.liquidationPrice).not.toBeNull();
    expect(figures).toMatchObject({ distance: null, profitUsd: null, marginRatio: null, gold: null });
    expect(figures.answer).toMatchObject({ touch: null, path: null, stops: null, funding: null });
  });

  test('the clusters in between are those of the side that breaks on the way', () => {
    const margin = { kind: 'leverage', leverage: 20 } as const;
    const short = buildPosition({ side: 'short', entryPrice: 91_000, margin });

    const { path } = figuresOf(short).answer;

    // Liquidation near 95,170: shorts at 91,900 and 94,500 break before it, 96,400 after.
    expect(path?.clusters.map((cluster) => cluster.peak)).toEqual([91_900, 94_500]);
  });

  test('a hedge whose other leg is larger loses on the side of that leg', () => {
    const cross = { marginMode: 'cross', walletBalanceUsd: 5_000 } as const;
    const long = buildPosition({ ...cross, size: { unit: 'base', value: 0.2 } });
    const short = buildPosition({ ...cross, id: 'short', side: 'short', size: { unit: 'base', value: 0.5 } });

    const { liquidation, path } = figuresOf(long, { positions: [long, short] }).answer;

    expect(liquidation.liquidationPrice).toBeGreaterThan(90_912);
    expect(path?.clusters.every(({ side }) => side === 'short')).toBe(true);
  });

  test('the margin ratio of a cross account is one at its liquidation, other positions included', () => {
    const cross = { marginMode: 'cross', walletBalanceUsd: 5_000 } as const;
    const long = buildPosition({ ...cross, size: { unit: 'base', value: 0.5 } });
    const ether = buildPosition({ ...cross, id: 'eth', base: 'ETH', entryPrice: 3_100 });
    const hedge = buildPosition({ ...cross, id: 'short', side: 'short', size: { unit: 'base', value: 0.1 } });

    const { liquidation, ladder } = figuresOf(long, { positions: [long, ether, hedge] }).answer;

    const rung = ladder.find(({ price }) => price === liquidation.liquidationPrice);
    expect(rung?.marginRatio).toBeCloseTo(1, 9);
  });
});

test('copied text names the position, its prices, chances and what lies between, in plain words', () => {
  const text = positionText(figuresOf(buildPosition({ venue: 'bybit' })), 1, ownAmounts(false));

  expect(text).toMatch(/^BTC long, Bybit, isolated\nEntry 91,500\.0, 25\.0 k USD, margin 2\.50 k USD\n/);
  expect(text).toMatch(/Liquidation \(estimate\) 82,\d{3}\.\d USD, bankruptcy 82,350\.0 USD/);
  expect(text).toMatch(/Chance of touch \(estimate\): 4 h .*24 h .*7 d /);
  expect(text).not.toMatch(/null|NaN|undefined|false/);
});

test('copied text counts one cluster that lies between as one', () => {
  const [nearest] = buildReport().clusters.filter(({ side }) => side === 'long');
  const report = buildReport({ clusters: [nearest!] });
  const figures = figuresOf(buildPosition(), { markets: { BTC: { report, tiers: {} } } });

  expect(positionText(figures, 1, ownAmounts(false))).toMatch(/\nIn between \(estimates\): 1 cluster, /);
});

test('copied text names targets with their multiple and chance, and the break-even', () => {
  const position = buildPosition({ targets: [{ price: 97_700, share: 0.5 }] });
  const text = positionText(figuresOf(position), 1, ownAmounts(false));

  // 6,200 above the entry are two of the 3,100 to the stop; 91,500 x 1.0005 / 0.9995.
  expect(text).toMatch(
    /\nTarget 97,700\.0 USD closes 50 %: 2\.0 R, before stop or liquidation in 24 h \(estimate\) [\d.]+ %\n/,
  );
  expect(text).toContain('Break-even after fees of 0.050 % each way 91,591.5 USD');
});

test('copied text names no amount of the user while amounts are hidden', () => {
  const text = positionText(figuresOf(buildPosition({ venue: 'bybit' })), 1, ownAmounts(true));

  expect(text).toMatch(/^BTC long, Bybit, isolated\nEntry 91,500\.0, ••• USD, margin ••• USD\n/);
  expect(text).toMatch(/Liquidation \(estimate\) 82,\d{3}\.\d USD, bankruptcy 82,350\.0 USD/);
});

test('dollars between two prices count a cut bin by its share', () => {
  const map: MapReport = {
    logStep: 0.01,
    firstBin: 0,
    longExposureUsd: [100, 100, 100],
    shortExposureUsd: [0, 0, 0],
    longForcedUsd: [0, 0, 0],
    shortForcedUsd: [0, 0, 0],
    memory: 1,
  };

  const dollars = dollarsBetween(map, map.longExposureUsd, Math.exp(0.005), Math.exp(0.0225));

  // Half of the first bin, the second, a quarter of the third.
  expect(dollars).toBeCloseTo(175, 6);
});
