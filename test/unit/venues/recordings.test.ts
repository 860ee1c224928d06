import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { accountPositions } from '../../../core/ledger/accounts/account-positions.ts';
import type { AccountBook } from '../../../core/market/account.ts';
import { formulaLiquidation } from '../../../core/risk/liquidation.ts';
import type { VenueId } from '../../../core/market/venue-id.ts';
import { parseKlines as parseBinanceKlines } from '../../../core/venues/binance/parse.ts';
import { VENUES } from '../../../core/venues/registry.ts';
import { buildAccount, buildTold } from '../../support/accounts.ts';
import { buildInstrument } from '../../support/instruments.ts';
import { recordingsDir } from '../../support/recordings.ts';

/** 2026-11-01: after every recording. */
const NOW_MS = 1_793_491_200_000;
const EVER = { fromS: 1_230_768_000, untilS: NOW_MS / 1000 };
const recordings = recordingsDir();

const read = (file: string) => JSON.parse(readFileSync(`${recordings}/payloads/${file}`, 'utf8'));
const example = (file: string, index = 0): unknown => read(file).examples[index];
/** Where the formula alone liquidates the first position of a book. */
const liquidationOf = (book: AccountBook): number | null => {
  const told = buildTold({ books: [{ ...book, askedAtMs: NOW_MS, exits: null }] });
  const [position] = accountPositions([buildAccount({ told })]);
  return formulaLiquidation(position!, { tiers: null }).liquidationPrice;
};
const sample = (venue: string, file: string, index = 0): unknown =>
  read(`ccxt-samples/${venue}/${file}.comment.json`).samples[index].payload;
const binanceDocs = (name: string) => example(`docs-examples/binance-usdm/get_${name}.json`);
const bitgetDocs = (name: string) => example(`docs-examples/bitget/get_api_v2_mix_market_${name}.json`);
const gateDocs = (name: string) => example(`docs-examples/gateio/get_futures_settle_${name}.json`);
const okxAnswer = (file: string) => sample('okx', file);

/** The documents show coin-margined examples in the format that linear ones share. */
const asLinear = (json: unknown): unknown =>
  JSON.parse(JSON.stringify(json).replace('"inverse"', '"linear"'));
const bybitDocs = (name: string, index = 0) => asLinear(example(`bybit-docs/${name}.json`, index));

const on = (venue: VenueId, id: string, overrides: object = {}) => ({
  venue: VENUES[venue],
  instrument: buildInstrument({ venue, id, ...overrides }),
});

describe.skipIf(recordings === null)('recorded payloads (skipped where the recordings are absent)', () => {
  describe('Binance', () => {
    const { venue, instrument } = on('binance', 'BTCUSDT');
    const [mark, interest, funding] = venue.ticker(instrument);

    test('klines of a minute', () => {
      const candles = parseBinanceKlines(sample('binance', 'fetchOHLCV'), {
        instrument,
        intervalS: 60,
        range: EVER,
        nowMs: NOW_MS,
      });
      expect(candles).toHaveLength(3);
      expect(candles[0]).toMatchObject({ close: 0.025, volumeBase: 22.19, takerBuyBase: 10.929 });
    });

    test('premium index, open interest and funding times', () => {
      expect(mark!.parse(binanceDocs('fapi_v1_premiumindex'), NOW_MS)).toMatchObject({
        markPrice: 11_793.63104562,
        fundingRate: 0.00038246,
        nextFundingAtMs: 1_597_392_000_000,
      });
      expect(interest!.parse(binanceDocs('fapi_v1_openinterest'), NOW_MS).openInterestBase).toBe(10_659.509);
      expect(funding!.parse(binanceDocs('fapi_v1_fundingrate'), NOW_MS).lastFundingAtMs).toBe(
        1_570_636_800_000,
      );
    });

    test('statistics and book', () => {
      const history = venue.openInterestHistory!.page(instrument, EVER);
      expect(history.parse(binanceDocs('futures_data_openinteresthist'), NOW_MS)).toEqual([
        { atS: 1_583_127_900, openInterestBase: 20_403.637 },
        { atS: 1_583_128_200, openInterestBase: 20_401.367 },
      ]);
      const ratio = binanceDocs('futures_data_globallongshortaccountratio');
      expect(venue.accountRatio!(instrument).parse(ratio, NOW_MS).longShare).toBe(0.6617);
      expect(venue.depth(instrument).parse(binanceDocs('fapi_v1_depth'), NOW_MS).bids).toEqual([
        { price: 4, quantityBase: 431 },
      ]);
    });

    test('forced orders of both kinds of margin', () => {
      const stream = venue.forcedOrderStream!([instrument]);
      const frame = (file: string) => JSON.stringify(read(`websocket/${file}.liquidations.json`).messages[0]);
      // A buy closes a short; 0.014 x 4,706.04 = 65.88456.
      expect(stream.parse(frame('binance-futures'), [instrument], NOW_MS)).toMatchObject([
        {
          side: 'short',
          quantityBase: 0.014,
          orderPrice: 4793.91,
          filledPrice: 4706.04,
          notionalUsd: expect.closeTo(65.88456, 9),
        },
      ]);
      expect(stream.parse(frame('binance-delivery'), [instrument], NOW_MS)).toEqual([]);
    });

    test('every other stream holds no forced order', () => {
      const stream = venue.forcedOrderStream!([instrument]);
      const frames = read('websocket/binance-futures.json').messages.map((frame: unknown) =>
        JSON.stringify(frame),
      );
      const orders = frames.flatMap((frame: string) => stream.parse(frame, [instrument], NOW_MS));
      expect(orders.length).toBeLessThanOrEqual(1);
    });
  });

  describe('Bybit', () => {
    const { venue, instrument } = on('bybit', 'BTCUSD');
    const linear = buildInstrument({ venue: 'bybit' });

    test('klines, newest first', () => {
      const candles = venue.candles('1h').page(instrument, EVER).parse(bybitDocs('market.kline'), NOW_MS);
      expect(candles.map(({ openTimeS }) => openTimeS)).toEqual([
        1_670_601_600, 1_670_605_200, 1_670_608_800,
      ]);
    });

    test('coin-margined klines are refused', () => {
      const json = example('bybit-docs/market.kline.json');
      expect(() => venue.candles('1h').page(instrument, EVER).parse(json, NOW_MS)).toThrow('"inverse"');
    });

    test('ticker: half of both sides where one side is not given', () => {
      expect(venue.ticker(instrument)[0]!.parse(bybitDocs('market.tickers'), NOW_MS)).toMatchObject({
        markPrice: 114_898.43,
        openInterestBase: 120_056_983.5,
        fundingIntervalHours: 8,
      });
    });

    test('open interest history takes the single side', () => {
      const points = venue
        .openInterestHistory!.page(instrument, EVER)
        .parse(bybitDocs('market.open-interest'), NOW_MS);
      expect(points).toHaveLength(5);
      expect(points.at(-1)).toEqual({ atS: 1_780_963_200, openInterestBase: 31_955_346 });
    });

    test('account ratio, book and tiers in percent', () => {
      expect(venue.accountRatio!(linear).parse(bybitDocs('market.long-short-ratio'), NOW_MS)).toEqual({
        atMs: 1_696_262_400_000,
        longShare: 0.49,
      });
      expect(venue.depth(linear).parse(bybitDocs('market.orderbook'), NOW_MS).asks[0]?.price).toBe(65_557.7);
      expect(venue.tiers!(instrument).parse(bybitDocs('market.risk-limit'), NOW_MS).tiers).toEqual([
        { floor: 0, cap: 150, maintenanceRate: 0.005, deductionUsd: 0, maxLeverage: 100 },
      ]);
    });

    test('forced orders name the position', () => {
      const rose = buildInstrument({ venue: 'bybit', id: 'ROSEUSDT', base: 'ROSE' });
      const frame = JSON.stringify(example('bybit-docs/websocket.public.all-liquidation.json'));
      expect(venue.forcedOrderStream!([rose]).parse(frame, [rose], NOW_MS)).toMatchObject([
        { side: 'short', quantityBase: 20_000, orderPrice: 0.04499 },
      ]);
    });
  });

  describe('OKX', () => {
    const { venue, instrument } = on('okx', 'BTC-USDT-SWAP', { contractSize: 0.01 });
    const [mark, interest, funding] = venue.ticker(instrument);

    test('open interest in coins', () => {
      expect(interest!.parse(okxAnswer('fetchOpenInterest'), NOW_MS).openInterestBase).toBe(21_254.19);
    });

    test('mark and funding of their own instruments', () => {
      expect(() => mark!.parse(okxAnswer('fetchMarkPrice'), NOW_MS)).toThrow('"ETH-USDT"');
      expect(() => funding!.parse(okxAnswer('fetchFundingRate'), NOW_MS)).toThrow('"BTC-USD-SWAP"');
      const inverse = buildInstrument({ venue: 'okx', id: 'BTC-USD-SWAP' });
      expect(venue.ticker(inverse)[2]!.parse(okxAnswer('fetchFundingRate'), NOW_MS)).toMatchObject({
        fundingRate: 0.00027815,
        fundingIntervalHours: 8,
      });
    });

    test('account ratio and book', () => {
      // 0.93986 / 1.93986 = 0.484499...
      const ratio = venue.accountRatio!(instrument).parse(okxAnswer('fetchLongShortRatioHistory'), NOW_MS);
      expect(ratio.atMs).toBe(1_729_323_600_000);
      expect(ratio.longShare).toBeCloseTo(0.4845, 4);
      expect(venue.depth(instrument).parse(okxAnswer('fetchOrderBook'), NOW_MS).bids[0]?.price).toBe(0.07221);
    });

    test('forced orders of every swap', () => {
      const iost = buildInstrument({ venue: 'okx', id: 'IOST-USDT-SWAP', base: 'IOST', contractSize: 1000 });
      const frame = JSON.stringify(sample('okx', 'ws.handleLiquidation'));
      const at = 1_692_266_434_010;
      expect(venue.forcedOrderStream!([iost]).parse(frame, [iost], at + 1000)).toMatchObject([
        { atMs: at, side: 'short', quantityBase: 13_000, orderPrice: 0.007831 },
      ]);
    });
  });

  describe('Bitget', () => {
    const { venue, instrument } = on('bitget', 'BTCUSDT');

    test('instruments, candles, tiers and book', () => {
      expect(venue.instruments().parse(bitgetDocs('contracts'), NOW_MS)).toEqual([instrument]);
      const candles = venue.candles('5m').page(instrument, EVER).parse(bitgetDocs('candles'), NOW_MS);
      expect(candles.map(({ volumeBase }) => volumeBase)).toEqual([26.26, 17.98]);
      expect(venue.tiers!(instrument).parse(bitgetDocs('query_position_lever'), NOW_MS).tiers).toHaveLength(
        2,
      );
      expect(venue.depth(instrument).parse(bitgetDocs('merge_depth'), NOW_MS).bids[0]).toEqual({
        price: 26_346.5,
        quantityBase: 0.16,
      });
    });

    test('ticker and funding', () => {
      const [ticker, funding] = venue.ticker(instrument);
      expect(ticker!.parse(sample('bitget', 'fetchTicker', 1), NOW_MS)).toMatchObject({
        markPrice: 104_824.2,
        openInterestBase: 7452.6421,
      });
      expect(funding!.parse(bitgetDocs('current_fund_rate'), NOW_MS)).toMatchObject({
        fundingRate: 0.000068,
        fundingIntervalHours: 8,
      });
    });

    test('account ratio', () => {
      const ratio = venue.accountRatio!(instrument).parse(
        sample('bitget', 'fetchLongShortRatioHistory'),
        NOW_MS,
      );
      expect(ratio.longShare).toBe(0.58);
    });

    test('forced orders name the position', () => {
      const ape = buildInstrument({ venue: 'bitget', id: 'APEUSDT', base: 'APE' });
      const frame = JSON.stringify(read('websocket/bitget-futures.liquidations.json').messages[0]);
      expect(venue.forcedOrderStream!([ape]).parse(frame, [ape], NOW_MS)).toMatchObject([
        { atMs: 1_777_358_886_549, side: 'long', quantityBase: 13.70319, orderPrice: 0.1649 },
      ]);
    });
  });

  describe('Gate', () => {
    const { venue, instrument } = on('gate', 'BTC_USDT', { contractSize: 0.0001 });

    test('instruments leave the dated contract out', () => {
      const rows = [0, 1].map((index) => sample('gate', 'parseContractMarket', index));
      const found = venue.instruments().parse(rows, NOW_MS);
      expect(found.map(({ id, contractSize }) => [id, contractSize])).toEqual([['0G_USDT', 1]]);
    });

    test('ticker, statistics, tiers', () => {
      // 5,223,816 x 0.0001.
      expect(venue.ticker(instrument)[0]!.parse(gateDocs('contracts_contract'), NOW_MS)).toMatchObject({
        markPrice: 37_985.6,
        openInterestBase: 522.3816,
        fundingIntervalHours: 8,
      });
      const stats = sample('gate', 'fetchOpenInterestHistory');
      expect(venue.openInterestHistory!.page(instrument, EVER).parse(stats, NOW_MS)).toHaveLength(1);
      // 3.28 / 4.28.
      expect(venue.accountRatio!(instrument).parse(stats, NOW_MS).longShare).toBeCloseTo(0.7664, 4);
      const ztx = buildInstrument({ venue: 'gate', id: 'ZTX_USDT', base: 'ZTX' });
      expect(venue.tiers!(ztx).parse(gateDocs('risk_limit_tiers'), NOW_MS).tiers.at(-1)).toEqual({
        floor: 70_000,
        cap: 100_000,
        maintenanceRate: 0.025,
        deductionUsd: 720,
        maxLeverage: 25,
      });
    });

    test('book', () => {
      // 150 x 0.0001 at 1.17, above 1.16.
      expect(venue.depth(instrument).parse(gateDocs('order_book'), NOW_MS).bids[0]?.quantityBase).toBeCloseTo(
        0.015,
        12,
      );
    });

    test('a short was bought back above: negative size, fill below the price on the order', () => {
      const { orders } = venue.recentForcedOrders!(instrument, EVER).parse(
        sample('gate', 'fetchLiquidations'),
        NOW_MS,
      );
      expect(orders[0]).toMatchObject({
        side: 'short',
        orderPrice: 28_225,
        filledPrice: 28_070,
        quantityBase: 0.0165,
      });
    });
  });

  describe('Hyperliquid', () => {
    const { venue } = on('hyperliquid', 'BTC');
    const coin = (id: string, overrides: object = {}) =>
      buildInstrument({ venue: 'hyperliquid', id, ...overrides });

    test('instruments of today and of 2023', () => {
      const now = venue.instruments().parse(read('hyperliquid/meta.json').httpResponse, NOW_MS);
      expect(now.map(({ id }) => id)).toEqual(['BTC', 'ETH', 'ATOM', 'DYDX', 'SOL']);
      const then = venue
        .instruments()
        .parse(read('hyperliquid-sdk/test_get_info.0.json').httpResponse, NOW_MS);
      expect(then.find(({ id }) => id === 'kPEPE')).toMatchObject({ base: 'PEPE', multiplier: 1000 });
    });

    test('tiers of a listed and of an unlisted table', () => {
      const { httpResponse } = read('hyperliquid/meta.json');
      expect(venue.tiers!(coin('SOL')).parse(httpResponse, NOW_MS).tiers).toEqual([
        { floor: 0, cap: 70e6, maintenanceRate: 0.025, deductionUsd: 0, maxLeverage: 20 },
        { floor: 70e6, cap: 1e12, maintenanceRate: 0.05, deductionUsd: 1.75e6, maxLeverage: 10 },
      ]);
      expect(venue.tiers!(coin('ATOM')).parse(httpResponse, NOW_MS).tiers).toMatchObject([
        { maxLeverage: 5 },
      ]);
    });

    test('candles of a thousand coins', () => {
      const pepe = coin('kPEPE', { base: 'PEPE', multiplier: 1000 });
      const { httpResponse } = read('hyperliquid-sdk/test_get_candles_snapshot.1.json');
      const candles = venue.candles('1h').page(pepe, EVER).parse(httpResponse, NOW_MS);
      // 520,665,683 x 1000 coins at about 0.0016 / 1000: some 836,000 dollars.
      expect(candles[0]?.volumeBase).toBe(520_665_683_000);
      expect(candles[0]?.turnoverUsd).toBeCloseTo(836_000, -4);
    });

    test('accounts, whose isolated positions the formula liquidates where the venue does', () => {
      const { book } = venue.publicPositions!.account;
      const [builders, own] = read('ccxt-samples/hyperliquid/fetchPositions.static.json') as {
        httpResponse: unknown;
      }[];
      const flx = book('', 'flx').parse(builders!.httpResponse, NOW_MS);
      expect(flx.positions).toMatchObject([{ instrument: 'flx:CRCL', sizeBase: 0.13, markPrice: 80.114 }]);
      // 0.13 * 80.262 - 6.955118, which is the venue's own initial margin.
      expect(flx.positions[0]?.isolatedMarginUsd).toBeCloseTo(3.478942, 9);
      expect(liquidationOf(flx)).toBeCloseTo(64.2010892308, 6);

      const first = book('', null).parse(own!.httpResponse, NOW_MS);
      // 5604.484055 + 3.34 * 112.0945 + 3.6 * 1100
      expect(first.crossWalletUsd).toBeCloseTo(9938.879685, 9);
      expect(first.positions.map(({ liquidationPrice }) => liquidationPrice)).toEqual([null, null]);

      const comment = book('', null).parse(sample('hyperliquid', 'fetchPositions'), NOW_MS);
      expect(liquidationOf(comment)).toBeCloseTo(2125.00856238, 5);

      const captured = read('hyperliquid/clearinghouse_positions.json') as { position: object }[];
      for (const { position } of captured) {
        const state = { time: 0, crossMarginSummary: { totalRawUsd: '0' }, assetPositions: [{ position }] };
        const one = book('', null).parse({ ...state, time: 1_700_000_000_000 }, NOW_MS);
        expect(liquidationOf(one)! / one.positions[0]!.liquidationPrice!).toBeCloseTo(1, 7);
      }
    });

    test('ticker and book', () => {
      const contexts = sample('hyperliquid', 'fetchFundingRates');
      expect(venue.ticker(coin('SOL'))[0]!.parse(contexts, NOW_MS)).toMatchObject({
        markPrice: 108.04,
        openInterestBase: 10_764.48,
      });
      const { httpResponse } = read('hyperliquid-sdk/test_get_l2_snapshot.1.json');
      expect(venue.depth(coin('DYDX')).parse(httpResponse, NOW_MS).bids[0]).toEqual({
        price: 2.111,
        quantityBase: 134.4,
      });
    });
  });
});
