import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { marketId } from '../../../core/market/asset.ts';
import type { Instrument } from '../../../core/market/instrument.ts';
import { VENUE_IDS, type VenueId } from '../../../core/market/venue-id.ts';
import { VENUES } from '../../../core/venues/registry.ts';
import { mergeListed } from '../../../core/venues/merge-listed.ts';
import { mergeTickers } from '../../../core/venues/merge-tickers.ts';
import type { VenueCall } from '../../../core/venues/venue.ts';
import { Market } from '../../exchange/market/market.ts';
import { venueBars, venueForcedCloses } from '../../exchange/market/venue-series.ts';
import { BTC_ALONE, JANUARY_2026 } from '../../exchange/scenarios/january-2026.ts';
import { createVenues, STREAMS } from '../../exchange/venues/all-venues.ts';
import { unzipped } from '../../exchange/venues/zip.ts';
import { callsOf } from '../../support/venue-calls.ts';

/** 2026-01-12T00:12:30Z. */
const NOW_MS = 1_768_176_750_000;
const CLOSED_S = 1_768_176_300;
const HOUR = { fromS: CLOSED_S - 3600, untilS: CLOSED_S };
const apis = createVenues();
let market: Market;

/** What the simulated exchange answers, without a network between. */
function answerOf(id: VenueId, call: VenueCall<unknown>): unknown {
  const { url, method, body, headers } = call.request;
  const { hostname, pathname, searchParams } = new URL(url);
  const api = apis.find(({ venue, hosts }) => (venue ?? id) === id && hosts.includes(hostname))!;
  const wild = Object.keys(api.routes).find(
    (route) => route.endsWith('/*') && pathname.startsWith(route.slice(0, -1)),
  );
  const handler = api.routes[pathname] ?? api.routes[wild ?? ''] ?? api.notFound;
  const request = {
    host: hostname,
    method,
    path: pathname,
    query: searchParams,
    headers: Object.fromEntries(
      Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
    ),
    body: body === null ? null : (JSON.parse(body) as unknown),
    market,
    nowMs: NOW_MS,
  };
  const answer = handler(request);
  expect(answer.status).toBe(200);
  if (call.request.form === 'zip') return unzipped(answer.body as Buffer);
  return JSON.parse(JSON.stringify(answer.body));
}

const ask = <T>(id: VenueId, call: VenueCall<T>): T => call.parse(answerOf(id, call), NOW_MS);

/** All pages of a list. */
function askAll<T>(id: VenueId, call: VenueCall<readonly T[]>): readonly T[] {
  const json = answerOf(id, call);
  const next = call.next?.(json) ?? null;
  return [...call.parse(json, NOW_MS), ...(next === null ? [] : askAll(id, next))];
}

const find = (id: VenueId): Instrument =>
  askAll(id, VENUES[id].instruments()).find(
    ({ base, quote }) => base === 'BTC' && quote !== (id === 'hyperliquid' ? 'USDT' : 'USDC'),
  )!;

const tickerOf = (id: VenueId, instrument: Instrument) =>
  mergeTickers(VENUES[id].ticker(instrument).map((call) => ask(id, call)))!;

beforeAll(() => {
  market = new Market(BTC_ALONE, 1, () => NOW_MS);
}, 60_000);

describe.each(VENUE_IDS)('the adapter of %s and the simulated exchange', (id) => {
  const venue = VENUES[id];

  test('agree on every call', () => {
    const instrument = find(id);
    for (const { call } of callsOf(venue, instrument, HOUR)) expect(ask(id, call)).toBeDefined();
  });

  test('agree on an hour of candles without a gap', () => {
    const candles = ask(id, venue.candles('5m').page(find(id), HOUR));
    const opens = Array.from({ length: 12 }, (_, index) => HOUR.fromS + index * 300);
    // The candle that opens at the end of the hour closed just now as well.
    expect(candles.map(({ openTimeS }) => openTimeS)).toEqual([...opens, CLOSED_S]);
  });

  test('agree on the price and on one side of the open interest', () => {
    const ticker = tickerOf(id, find(id));
    const coins = market.venueOpenInterestBase(id, 'BTC');
    expect(ticker.markPrice / market.venuePrice(id, 'BTC')).toBeCloseTo(1, 3);
    expect(ticker.openInterestBase! / coins).toBeCloseTo(1, 2);
    expect(ticker.fundingRate8h).toBeCloseTo(market.currentBar('BTC').fundingRate8h, 5);
  });

  test('agree on what is told of all perpetuals at once', () => {
    const instrument = find(id);
    const told = mergeListed(venue.tickers([instrument]).map((call) => ask(id, call)));
    const [ticker] = told;
    const { openInterestBase, fundingRate8h } = tickerOf(id, instrument);

    expect(told).toHaveLength(1);
    expect(ticker!.price / market.venuePrice(id, 'BTC')).toBeCloseTo(1, 3);
    expect(ticker!.fundingRate8h).toBeCloseTo(fundingRate8h!, 8);
    const isToldInBulk = id !== 'binance' && id !== 'aster';
    expect(ticker!.openInterestBase).toBe(isToldInBulk ? openInterestBase : null);
    expect(ticker!.turnoverUsd).toBeGreaterThan(1e6);
    expect(Math.abs(ticker!.dayChange!)).toBeLessThan(0.5);
  });

  test('agree on the open interest of the past', () => {
    const instrument = find(id);
    const points = venue.openInterestHistory ? ask(id, venue.openInterestHistory.page(instrument, HOUR)) : [];
    const now = market.venueOpenInterestBase(id, 'BTC');
    expect(points.every(({ openInterestBase }) => Math.abs(openInterestBase / now - 1) < 0.1)).toBe(true);
    expect(points.length).toBeGreaterThanOrEqual(venue.openInterestHistory ? 12 : 0);
  });
});

test('days of the past are told by those that have them, and are as they were', () => {
  const midnightS = Math.floor(CLOSED_S / 86_400) * 86_400;
  const days = { fromS: midnightS - 100 * 86_400, untilS: midnightS - 2 * 86_400 };
  const toldBy = (id: VenueId) => ask(id, VENUES[id].dailyOpenInterest!.page(find(id), days));

  for (const id of ['bybit', 'okx', 'gate'] as const) {
    const told = toldBy(id);
    expect(told.map(({ atS }) => atS)).toEqual(
      Array.from({ length: 99 }, (_, day) => days.fromS + day * 86_400),
    );
    const bars = venueBars(market, id, 'BTC', 3600, days.fromS - 3600, days.fromS - 3600);
    expect(told[0]!.openInterestBase / bars[0]!.openInterestBase).toBeCloseTo(1, 1);
  }
  const [file] = ask('binance', VENUES.binance.archivedOpenInterest!.page(find('binance'), days));
  const [bar] = venueBars(market, 'binance', 'BTC', 3600, days.fromS, days.fromS);
  expect(file).toEqual({
    atS: days.fromS,
    openInterestBase: expect.closeTo(bar!.openInterestBase, 3) as number,
  });
});

test('lists are read to their end: the last of Bybit, the X-perps of OKX, the builders of Hyperliquid', () => {
  const idsOf = (id: VenueId) => askAll(id, VENUES[id].instruments()).map((instrument) => instrument.id);
  expect(idsOf('bybit')).toEqual(['BTCUSDT', 'BTCPERP', '币安人生USDT']);
  expect(idsOf('okx')).toEqual([
    'BTC-USDT-SWAP',
    'BTC-USDC-SWAP',
    'BTC-USD_UM_XPERP-310404',
    'XAU-USD_UM_XPERP-310502',
  ]);
  expect(idsOf('hyperliquid')).toContain('xyz:NVDA');
});

describe('forced orders', () => {
  /** The last ten minutes of the scenario in which the venue closed anything. */
  function lastCloses(id: VenueId) {
    for (let untilS = CLOSED_S; untilS > CLOSED_S - 30 * 86_400; untilS -= 600) {
      const closes = venueForcedCloses(market, id, 'BTC', untilS - 600, untilS);
      if (closes.length > 0) return { closes, fromS: untilS - 600, untilS };
    }
    throw new Error(`nothing was ever closed on ${id}`);
  }

  test.each(['binance', 'bybit', 'okx', 'bitget', 'aster'] as const)(
    'of %s come through its stream',
    (id) => {
      const instrument = find(id);
      const { closes, fromS, untilS } = lastCloses(id);
      const last = closes.at(-1)!;
      const stream = VENUES[id].forcedOrderStream!([instrument]);
      const server = STREAMS.find(({ venue }) => venue === id)!;
      const path = new URL(stream.url).pathname;
      const subscriptions = [
        ...server.onOpen(path),
        ...stream.subscribe.flatMap((text) => server.onMessage(text, path).subscriptions ?? []),
      ];

      const orders = subscriptions
        .flatMap(({ frames }) => frames(market, fromS, untilS))
        .flatMap((frame) => stream.parse(frame, [instrument], last.atS * 1000));

      expect(orders.at(-1)?.side).toBe(last.side);
      // Venues count in contracts or in a few digits.
      expect(orders.at(-1)!.quantityBase / last.sizeBase).toBeCloseTo(1, 2);
    },
  );

  test.each(['okx', 'bitget', 'gate'] as const)('of %s come by request', (id) => {
    const { closes, fromS, untilS } = lastCloses(id);
    const range = { fromS: Math.ceil(fromS), untilS };

    // The last step of a position that is closed in steps comes seconds later.
    const { orders } = ask(id, VENUES[id].recentForcedOrders!(find(id), { ...range, untilS: untilS + 10 }));

    expect(new Set(orders.map(({ side }) => side))).toEqual(new Set(closes.map(({ side }) => side)));
    const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
    const closedBase = sum(closes.map(({ sizeBase }) => sizeBase));
    // Venues count in contracts or in a few digits.
    expect(sum(orders.map(({ quantityBase }) => quantityBase)) / closedBase).toBeCloseTo(1, 2);
  });
});

describe('a coin and a share of one name, and a share before its listing', () => {
  let before: Market;
  beforeAll(() => {
    before = market;
    const named = JANUARY_2026.coins.filter(({ asset }) => asset !== undefined);
    market = new Market({ ...JANUARY_2026, coins: named }, 1, () => NOW_MS);
  }, 60_000);
  afterAll(() => {
    market = before;
  });

  const listed = (wanted: string): readonly Instrument[] =>
    VENUE_IDS.flatMap((id) =>
      askAll(id, VENUES[id].instruments()).filter((instrument) => marketId(instrument) === wanted),
    );
  const pricesOf = (wanted: string): readonly number[] =>
    listed(wanted).map((instrument) => tickerOf(instrument.venue, instrument).markPrice);

  test('are listed by their venues as what they are', () => {
    const names = (wanted: string) => listed(wanted).map(({ venue, id }) => `${venue} ${id}`);

    expect(names('CATUSDT')).toEqual(['binance 1000CATUSDT', 'bybit 1000CATUSDT']);
    expect(names('CAT.equity')).toEqual([
      'binance CATUSDT',
      'bybit CATSTOCKUSDT',
      'bitget CATUSDT',
      'gate CAT_USDT',
    ]);
    expect(listed('OPENAI.equity').map(({ venue, isPreMarket }) => [venue, isPreMarket])).toEqual([
      ['binance', true],
      ['gate', true],
    ]);
  });

  test('have the price of one thing in each market', () => {
    for (const price of pricesOf('CATUSDT')) expect(price).toBeCloseTo(0.0000021, 6);
    for (const price of pricesOf('CAT.equity')) expect(price / 817).toBeCloseTo(1, 1);
  });
});
