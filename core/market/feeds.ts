import { isVenueId, type VenueId } from './venue-id.ts';

/** What a venue's public feed of forced orders shows. */
export interface ForcedOrderFeed {
  /**
   * `complete`: every forced order. `sampled`: at most one a second of a contract or of each of its sides, so that totals
   * are a lower bound.
   */
  readonly completeness: 'complete' | 'sampled';
  /** `fill`: the price at which the market took the order. `order`: the price on it, which is worse than the market. */
  readonly price: 'fill' | 'order';
  /** By how much the price on an order is worse than the market until that is learnt, by coin, as a share of the price. */
  readonly orderMargin: Readonly<Record<string, number>>;
  /** Share of the aggregated open interest that the venue holds where the caller does not know better; assumption. */
  readonly assumedShare: number;
  /** Who says so. */
  readonly source: string;
}

/** Measured on forced orders of Bybit in 2026. Where a venue's own margin was not measured, this stands for it. */
const MEASURED_ON_BYBIT: ForcedOrderFeed['orderMargin'] = { BTC: 0.0068, ETH: 0.0075, SOL: 0.0072 };

/** Of coins that were not measured, which are smaller and have larger maintenance margins; assumption. */
const SMALL_COIN_MARGIN = 0.01;

/** The feeds of the venues that are polled. */
export const FORCED_ORDER_FEEDS: Readonly<Record<VenueId, ForcedOrderFeed>> = {
  binance: {
    completeness: 'sampled',
    price: 'fill',
    orderMargin: { ...MEASURED_ON_BYBIT, BTC: 0.0049 },
    assumedShare: 0.4,
    source:
      'the venue: the latest order of a symbol within a second, `ap` its average fill. ' +
      'https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/Liquidation-Order-Streams',
  },
  bybit: {
    completeness: 'complete',
    price: 'order',
    orderMargin: MEASURED_ON_BYBIT,
    assumedShare: 0.25,
    source:
      'the venue: all liquidations, `p` the bankruptcy price. ' +
      'https://bybit-exchange.github.io/docs/v5/websocket/public/all-liquidation',
  },
  okx: {
    completeness: 'sampled',
    price: 'order',
    orderMargin: MEASURED_ON_BYBIT,
    assumedShare: 0.12,
    source:
      'the venue: at most one order a second of a contract, `bkPx` the bankruptcy price. ' +
      'https://www.okx.com/docs-v5/en/#public-data-websocket-liquidation-orders-channel',
  },
  bitget: {
    completeness: 'sampled',
    price: 'order',
    orderMargin: MEASURED_ON_BYBIT,
    assumedShare: 0.1,
    source:
      "an aggregator's notes of 2026-09-30: the largest order of each side of a contract within a second; the price is " +
      'near the bankruptcy price. The venue says that a second is gathered. ' +
      'https://www.bitget.com/api-doc/uta/websocket/public/Liquidation-Channel',
  },
  gate: {
    completeness: 'complete',
    price: 'fill',
    orderMargin: MEASURED_ON_BYBIT,
    assumedShare: 0.08,
    source:
      'the venue: a list by request, `fill_price` the average fill; read in answers of September 2026. ' +
      'https://www.gate.com/docs/developers/apiv4/#retrieve-liquidation-order-history',
  },
  hyperliquid: {
    completeness: 'complete',
    price: 'fill',
    orderMargin: MEASURED_ON_BYBIT,
    assumedShare: 0.05,
    source:
      'recordings of marked fills; the venue publishes no feed of its own. ' +
      'https://hyperliquid.gitbook.io/hyperliquid-docs/trading/liquidations',
  },
  aster: {
    completeness: 'sampled',
    price: 'fill',
    orderMargin: MEASURED_ON_BYBIT,
    assumedShare: 0.02,
    source:
      'the venue: the latest order of a symbol within a second, `ap` its average price. ' +
      'https://github.com/asterdex/api-docs',
  },
};

/** Of a recorded venue that is not polled nothing is known: its totals may be too low, its price an order's. */
const UNKNOWN_FEED: ForcedOrderFeed = {
  completeness: 'sampled',
  price: 'order',
  orderMargin: MEASURED_ON_BYBIT,
  assumedShare: 0.05,
  source: 'nobody; assumption',
};

/** What is known of the forced orders of `venue`, which may be one that is only recorded. */
export const forcedOrderFeed = (venue: string): ForcedOrderFeed =>
  isVenueId(venue) ? FORCED_ORDER_FEEDS[venue] : UNKNOWN_FEED;

/** Whether the feed of `venue` shows every forced order. */
export const isCompleteFeed = (venue: string): boolean => forcedOrderFeed(venue).completeness === 'complete';

/** By how much an order of `base` at `venue` is worse than the market before that was learnt, as a share of the price. */
export const startingMargin = (venue: string, base: string): number =>
  forcedOrderFeed(venue).orderMargin[base] ?? SMALL_COIN_MARGIN;
