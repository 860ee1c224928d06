import type { VenueId } from '../../../core/market/venue-id.ts';
import type { Candle, OpenInterestPoint } from '../../../core/market/bars.ts';
import type { Instrument } from '../../../core/market/instrument.ts';
import { INTERVAL_S } from '../../../core/venues/shared/candles.ts';
import { pastMs } from '../../../core/venues/shared/times.ts';
import type { PagedSeries, TickerPart, Venue, VenueCall } from '../../../core/venues/venue.ts';

export interface FakeVenueOptions {
  readonly id: VenueId;
  /** Where its requests go; a host of its own by default. */
  readonly origin?: string;
  readonly pageRows?: number;
  /** The coin was listed then; nothing is older. */
  readonly listedS: number;
  readonly hasOpenInterestHistory?: boolean;
  /** Its open interest of days, at their beginnings, epoch seconds: from the API, and out of files of one day; null for none. */
  readonly openInterestOfDay?: (dayS: number) => number | null;
  readonly archivedOfDay?: (dayS: number) => number | null;
  /** Factor on every price, for a venue that lies. */
  readonly priceFactor?: number;
  /** What it lists beside bitcoin, with a factor on the price of each. */
  readonly alsoLists?: readonly (Pick<Instrument, 'id' | 'base'> &
    Partial<Instrument> & { readonly factor: number })[];
  /** Factor on the ticker's price alone, for answers about another coin. */
  readonly tickerFactor?: () => number;
  /** Seconds from a bar's close until the venue has it; a bar that is still open is given by default. */
  readonly lateS?: number | (() => number);
  /** The venue's own clock, epoch milliseconds; by default that of whoever asks. */
  readonly clock?: () => number;
}

/** Price at a time, the same for all venues: two slow waves and a little hash noise, around 100. */
const fakePrice = (timeS: number): number => {
  const noise = (Math.imul(timeS / 300, 2_654_435_761) >>> 0) / 2 ** 32 - 0.5;
  return 100 * (1 + 0.05 * Math.sin(timeS / 40_000) + 0.02 * Math.sin(timeS / 9_000) + 0.002 * noise);
};

/** A venue whose answers are made when the request is sent; `http` in {@link createFakeHttp} only carries them. */
export function createFakeVenue(options: FakeVenueOptions): Venue {
  const {
    id,
    origin = `https://${id}.example`,
    pageRows = 100,
    listedS,
    hasOpenInterestHistory = true,
    openInterestOfDay,
    archivedOfDay,
    priceFactor = 1,
    alsoLists = [],
    tickerFactor = () => 1,
    lateS,
    clock,
  } = options;
  const bitcoin: Instrument = {
    venue: id,
    id: 'BTCUSDT',
    base: 'BTC',
    quote: 'USDT',
    multiplier: 1,
    contractSize: 1,
    tickSize: 0.1,
  };
  const listed = [bitcoin, ...alsoLists.map((one) => ({ ...bitcoin, ...one }))];
  const factorOf = (instrument: Instrument): number =>
    priceFactor * (alsoLists.find(({ id: symbol }) => symbol === instrument.id)?.factor ?? 1);
  const lateBy = (): number => (typeof lateS === 'function' ? lateS() : (lateS ?? 0));
  const call = <T>(path: string, make: (nowS: number) => T): VenueCall<T> => ({
    request: { url: `${origin}/${path}`, method: 'GET', body: null, budget: id, weight: 1 },
    parse: (json, nowMs) => {
      if (json !== 'ok') throw new TypeError('not what was expected');
      return make(pastMs(clock?.() ?? nowMs, nowMs, 'time') / 1000);
    },
  });
  const timesIn = (fromS: number, untilS: number, intervalS: number, nowS: number): number[] => {
    const times: number[] = [];
    for (let timeS = Math.ceil(fromS / intervalS) * intervalS; timeS <= untilS; timeS += intervalS) {
      if (timeS >= listedS && timeS <= nowS && times.length < pageRows) times.push(timeS);
    }
    return times;
  };
  const candle = (openTimeS: number, intervalS: number, factor: number): Candle => {
    const open = factor * fakePrice(openTimeS);
    const close = factor * fakePrice(openTimeS + intervalS);
    return {
      openTimeS,
      open,
      close,
      high: Math.max(open, close) * 1.001,
      low: Math.min(open, close) * 0.999,
      volumeBase: (20 * intervalS) / 300,
      turnoverUsd: (20 * intervalS * close) / 300,
      takerBuyBase: (11 * intervalS) / 300,
    };
  };
  const days = (
    path: string,
    rows: number,
    of: (dayS: number) => number | null,
  ): PagedSeries<OpenInterestPoint> => ({
    pageRows: rows,
    depthS: null,
    page: (_instrument, { fromS, untilS }) =>
      call(path, (nowS) =>
        timesIn(fromS, untilS, 86_400, nowS).flatMap((atS) => {
          const openInterestBase = of(atS);
          return openInterestBase === null ? [] : [{ atS, openInterestBase }];
        }),
      ),
  });
  const openInterest = (atS: number): number => 5_000 * (1 + 0.1 * Math.sin(atS / 20_000));
  return {
    id,
    budgets: [{ id, weight: 1000, perMs: 1000 }],
    instruments: () => call('instruments', () => listed),
    candles: (interval) => ({
      pageRows,
      depthS: null,
      page: (instrument, { fromS, untilS }) => {
        const intervalS = INTERVAL_S[interval];
        return call(`candles-${interval}`, (nowS) =>
          timesIn(fromS, untilS, intervalS, lateS === undefined ? nowS : nowS - lateBy() - intervalS).map(
            (timeS) => candle(timeS, intervalS, factorOf(instrument)),
          ),
        );
      },
    }),
    openInterestHistory: hasOpenInterestHistory
      ? {
          pageRows,
          depthS: null,
          page: (_instrument, { fromS, untilS }) =>
            call('open-interest', (nowS): readonly OpenInterestPoint[] =>
              timesIn(fromS, untilS, 300, nowS - lateBy()).map((atS) => ({
                atS,
                openInterestBase: openInterest(atS),
              })),
            ),
        }
      : null,
    dailyOpenInterest: openInterestOfDay ? days('open-interest-days', pageRows, openInterestOfDay) : null,
    archivedOpenInterest: archivedOfDay ? days('archive', 1, archivedOfDay) : null,
    ticker: (instrument) => [
      call('ticker', (nowS): TickerPart => ({
        atMs: nowS * 1000,
        markPrice: tickerFactor() * factorOf(instrument) * fakePrice(nowS),
        openInterestBase: openInterest(nowS),
        fundingRate8h: 0.0001,
      })),
    ],
    tickers: (instruments) => [
      call('tickers', (nowS) =>
        instruments.map((instrument) => ({
          id: instrument.id,
          price: factorOf(instrument) * fakePrice(nowS),
          openInterestBase: id === 'binance' ? null : openInterest(nowS),
          fundingRate: 0.0001,
          fundingIntervalHours: 8,
          turnoverUsd: 1e9,
          dayChange: fakePrice(nowS) / fakePrice(nowS - 86_400) - 1,
        })),
      ),
    ],
    accountRatio: () => call('ratio', (nowS) => ({ atMs: nowS * 1000, longShare: 0.6 })),
    depth: (instrument) =>
      call('depth', (nowS) => {
        const price = factorOf(instrument) * fakePrice(nowS);
        const side = (sign: 1 | -1) =>
          Array.from({ length: 40 }, (_, level) => ({
            price: price * (1 + (sign * (level + 1)) / 2000),
            quantityBase: 5 * (level + 1),
          }));
        return { atMs: nowS * 1000, bids: side(-1), asks: side(1) };
      }),
    tiers: null,
    recentForcedOrders: null,
    forcedOrderStream: null,
    markPriceStream: null,
    publicPositions: null,
  };
}
