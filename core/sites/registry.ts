import type { PageMarket } from '../market/page-market.ts';
import { BINANCE } from './binance.ts';
import { BYBIT } from './bybit.ts';
import { HYPERLIQUID } from './hyperliquid.ts';
import { OKX } from './okx.ts';
import type { Site } from './site.ts';

/** Every site on whose pages the panel stands. */
const SITES: readonly Site[] = [BINANCE, BYBIT, OKX, HYPERLIQUID];

/** Match patterns of the sites, by origin: single-page applications are entered through any of their pages. */
export const SITE_MATCHES: readonly string[] = SITES.flatMap(({ origins }) =>
  origins.map((origin) => `${origin}/*`),
);

/** The site that a page belongs to; null for any other. */
export const siteOf = (url: URL): Site | null =>
  SITES.find(({ origins }) => origins.includes(url.origin)) ?? null;

/** The market that a page shows; null for unknown sites, for pages without a market and for malformed ones. */
export const parsePage = (url: URL, title: string): PageMarket | null =>
  siteOf(url)?.parse(url, title) ?? null;
