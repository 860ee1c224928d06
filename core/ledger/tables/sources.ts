import * as v from 'valibot';

import { ASSET_CLASSES } from '../../market/asset-class.ts';
import type { Instrument } from '../../market/instrument.ts';
import { finite, notNegative, positive, share } from '../../market/number-schemas.ts';
import type { AccountRatio, Depth, DepthLevel, Ticker } from '../../market/observations.ts';
import type { TierTable } from '../../market/tiers.ts';
import { VENUE_IDS } from '../../market/venue-id.ts';
import { fieldsOf, kindsOf, like, listOf } from '../../market/schemas.ts';
import { tierTable } from '../tiers.ts';
import type { AsideQuantity } from './aside.ts';
import { fault } from './fault.ts';
import { type RowOf, table } from './table.ts';

/** Rows of a paged series that are stored: open times in `[fromS, untilS)`. */
const coverage = fieldsOf({
  fromS: finite,
  untilS: finite,
  /** The venue has nothing older than `fromS`. */
  exhausted: v.boolean(),
  /** When doubtful rows were asked for once more, how often, and how often in a row that changed nothing. */
  again: v.exactOptional(fieldsOf({ atMs: finite, count: finite, quiet: finite })),
  /** When the first of these rows was told, epoch milliseconds; absent: long ago. */
  sinceMs: v.exactOptional(finite),
  /** Counts the changes to rows that the engine may already have read. */
  revision: finite,
  /** How long after its close the newest row had still not come, seconds; absent or 0: it was there when asked for. */
  lateS: v.exactOptional(finite),
});

export type Coverage = v.InferOutput<typeof coverage>;

/** What the last good answers of a source said, where it is not rows of other tables. */
export type SourceData =
  | { readonly kind: 'instruments'; readonly instruments: readonly Instrument[] }
  | { readonly kind: 'tickers' }
  | { readonly kind: 'ticker'; readonly ticker: Ticker }
  | { readonly kind: 'account-ratio'; readonly ratio: AccountRatio }
  | { readonly kind: 'tiers'; readonly tiers: TierTable }
  | { readonly kind: 'depth'; readonly book: Depth }
  | { readonly kind: 'forced-orders' }
  | { readonly kind: 'positions' }
  | { readonly kind: 'series'; readonly coverage: Coverage };

/** What the last answer of each says: where a venue lied about one of them, it is forgotten. Rows of a series say it by their kind. */
export const ANSWERS_SAY: Readonly<Record<SourceData['kind'], readonly AsideQuantity[]>> = {
  instruments: [],
  // They are forgotten where any of their rows is taken back.
  tickers: [],
  ticker: ['price', 'open-interest', 'funding'],
  'account-ratio': [],
  tiers: [],
  depth: ['price'],
  'forced-orders': [],
  positions: [],
  series: [],
};

const instrument = like<Instrument>({
  venue: v.picklist(VENUE_IDS),
  id: v.string(),
  base: v.string(),
  assetClass: v.exactOptional(v.picklist(ASSET_CLASSES)),
  isPreMarket: v.exactOptional(v.boolean()),
  quote: v.string(),
  multiplier: positive,
  contractSize: positive,
  tickSize: positive,
});

const ticker = like<Ticker>({
  atMs: finite,
  markPrice: positive,
  indexPrice: v.nullable(positive),
  openInterestBase: v.nullable(notNegative),
  fundingRate8h: v.nullable(finite),
  nextFundingAtMs: v.nullable(finite),
  fundingIntervalHours: v.exactOptional(positive),
});

const levels = listOf(like<DepthLevel>({ price: positive, quantityBase: notNegative }));

const data = kindsOf<SourceData>({
  instruments: { instruments: listOf(instrument) },
  ticker: { ticker },
  tickers: {},
  'account-ratio': { ratio: like<AccountRatio>({ atMs: finite, longShare: share }) },
  tiers: { tiers: tierTable },
  depth: { book: like<Depth>({ atMs: finite, bids: levels, asks: levels }) },
  'forced-orders': {},
  positions: {},
  series: { coverage },
});

/** Stands for the market where a venue tells of all of them at once. */
export const ALL_MARKETS = '';

/** One source of one market, or of {@link ALL_MARKETS}: `sources` under `[market, venue, kind]`. */
export const sources = table({
  life: 'loadable',
  isOfSource: true,
  isRemembered: true,
  schema: fieldsOf({ okAtMs: v.nullable(finite), data: v.nullable(data), failure: v.nullable(fault) }),
  migrations: [
    // Gate's open interest of the past was both sides added.
    { version: 4, isGone: ([, venue, kind]) => venue === 'gate' && kind === 'open-interest' },
  ],
});

export type SourceRow = RowOf<typeof sources>;
