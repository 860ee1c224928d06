import type { Candle, OpenInterestPoint } from '../../../core/market/bars.ts';
import type { Depth } from '../../../core/market/observations.ts';
import type {
  ForcedOrderList,
  PagedSeries,
  TickerPart,
  Venue,
  VenueCall,
} from '../../../core/venues/venue.ts';

/** What a venue says wrongly; `factor` is on the figure, `byS` on its times. */
export type Lie =
  | {
      readonly kind: 'price' | 'ticker-price' | 'open-interest' | 'volume' | 'funding';
      readonly factor: number;
    }
  | { readonly kind: 'late'; readonly byS: number }
  | { readonly kind: 'other-coin' | 'doubled' | 'missing' | 'swapped' | 'spike' | 'huge-orders' };

/** Another coin's figures: cheaper, and more coins of it. */
const OTHER_PRICE = 0.03;
const OTHER_COINS = 40;

/** `venue`, which tells the lie that `lieOf` names when it is asked; null: the truth. */
export function lying(venue: Venue, lieOf: () => Lie | null): Venue {
  const told = <T>(call: VenueCall<T>, change: (value: T, lie: Lie) => T): VenueCall<T> => ({
    ...call,
    parse: (json, nowMs) => {
      const value = call.parse(json, nowMs);
      const lie = lieOf();
      return lie === null ? value : change(value, lie);
    },
  });
  const toldPages = <T>(
    series: PagedSeries<T>,
    change: (rows: readonly T[], lie: Lie) => readonly T[],
  ): PagedSeries<T> => ({
    ...series,
    page: (instrument, range) => told(series.page(instrument, range), change),
  });
  const { openInterestHistory, recentForcedOrders } = venue;
  return {
    ...venue,
    candles: (interval) => toldPages(venue.candles(interval), lyingCandles),
    openInterestHistory:
      openInterestHistory === null ? null : toldPages(openInterestHistory, lyingOpenInterest),
    ticker: (instrument) => venue.ticker(instrument).map((call) => told(call, lyingTicker)),
    depth: (instrument) => told(venue.depth(instrument), lyingBook),
    recentForcedOrders:
      recentForcedOrders === null
        ? null
        : (instrument, range) => told(recentForcedOrders(instrument, range), lyingOrders),
  };
}

const priceFactorOf = (lie: Lie): number =>
  lie.kind === 'price' ? lie.factor : lie.kind === 'other-coin' ? OTHER_PRICE : 1;

const openInterestFactorOf = (lie: Lie): number =>
  lie.kind === 'open-interest' ? lie.factor : lie.kind === 'other-coin' ? OTHER_COINS : 1;

const volumeFactorOf = (lie: Lie): number =>
  lie.kind === 'volume' ? lie.factor : lie.kind === 'other-coin' ? OTHER_COINS : 1;

function lyingCandles(rows: readonly Candle[], lie: Lie): readonly Candle[] {
  const [price, volume] = [priceFactorOf(lie), volumeFactorOf(lie)];
  return lyingRows(rows, lie, 'openTimeS').map((candle, index) => ({
    openTimeS: candle.openTimeS,
    open: price * candle.open,
    high: price * candle.high * (lie.kind === 'spike' && index % 3 === 0 ? 1e15 : 1),
    low: price * candle.low,
    close: price * candle.close,
    volumeBase: volume * candle.volumeBase,
    turnoverUsd: price * volume * candle.turnoverUsd,
    takerBuyBase: candle.takerBuyBase === null ? null : volume * candle.takerBuyBase,
  }));
}

const lyingOpenInterest = (rows: readonly OpenInterestPoint[], lie: Lie): readonly OpenInterestPoint[] =>
  lyingRows(rows, lie, 'atS').map(({ atS, openInterestBase }) => ({
    atS,
    openInterestBase: openInterestFactorOf(lie) * openInterestBase,
  }));

/** Rows of the wrong times, twice, not at all, or in each other's place. */
function lyingRows<K extends string, T extends Readonly<Record<K, number>>>(
  rows: readonly T[],
  lie: Lie,
  time: K,
): readonly T[] {
  switch (lie.kind) {
    case 'late':
      return rows.map((row) => ({ ...row, [time]: row[time] + lie.byS }));
    case 'doubled':
      return rows.flatMap((row) => [row, row]);
    case 'missing':
      return rows.filter((_, index) => index % 3 !== 1);
    case 'swapped':
      return rows.map((row, index) => ({ ...(rows[index ^ 1] ?? row), [time]: row[time] }));
    default:
      return rows;
  }
}

function lyingTicker(part: TickerPart, lie: Lie): TickerPart {
  const { markPrice, openInterestBase, fundingRate8h, atMs } = part;
  const price = lie.kind === 'ticker-price' ? lie.factor : priceFactorOf(lie);
  return {
    ...part,
    ...(atMs === undefined || lie.kind !== 'late' ? {} : { atMs: atMs + 1000 * lie.byS }),
    ...(markPrice === undefined ? {} : { markPrice: price * markPrice }),
    ...(openInterestBase == null ? {} : { openInterestBase: openInterestFactorOf(lie) * openInterestBase }),
    ...(fundingRate8h == null || lie.kind !== 'funding' ? {} : { fundingRate8h: lie.factor * fundingRate8h }),
  };
}

function lyingBook(book: Depth, lie: Lie): Depth {
  const factor = priceFactorOf(lie);
  const side = (levels: Depth['bids']): Depth['bids'] =>
    levels.map(({ price, quantityBase }) => ({ price: factor * price, quantityBase }));
  return { ...book, bids: side(book.bids), asks: side(book.asks) };
}

const lyingOrders = (list: ForcedOrderList, lie: Lie): ForcedOrderList =>
  lie.kind !== 'huge-orders'
    ? list
    : {
        ...list,
        orders: list.orders.map((order) => ({
          ...order,
          quantityBase: 1e6 * order.quantityBase,
          notionalUsd: 1e6 * order.notionalUsd,
        })),
      };
