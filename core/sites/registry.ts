import type { PageMarket } from '../market/page-market.ts';
import { ASTER } from './aster.ts';
import { BINANCE } from './binance.ts';
import { BITGET } from './bitget.ts';
import { BITMEX } from './bitmex.ts';
import { BYBIT } from './bybit.ts';
import { COINBASE } from './coinbase.ts';
import { COINGLASS } from './coinglass.ts';
import { DERIBIT } from './deribit.ts';
import { DEXSCREENER } from './dexscreener.ts';
import { DYDX } from './dydx.ts';
import { GATE } from './gate.ts';
import { HTX } from './htx.ts';
import { HYPERLIQUID } from './hyperliquid.ts';
import { KRAKEN } from './kraken.ts';
import { KUCOIN } from './kucoin.ts';
import { LIGHTER } from './lighter.ts';
import { MEXC } from './mexc.ts';
import { OKX } from './okx.ts';
import type { Site } from './site.ts';
import { TRADINGVIEW } from './tradingview.ts';

/** Every site on whose pages the panel can stand. */
export const SITES: readonly Site[] = [
  BINANCE,
  BYBIT,
  OKX,
  HYPERLIQUID,
  BITGET,
  GATE,
  KUCOIN,
  MEXC,
  HTX,
  DYDX,
  DERIBIT,
  BITMEX,
  KRAKEN,
  COINBASE,
  LIGHTER,
  ASTER,
  TRADINGVIEW,
  COINGLASS,
  DEXSCREENER,
];

/** Match patterns of a site's pages. */
export const patternsOf = ({ origins }: Site): readonly string[] => origins.map((origin) => `${origin}/*`);

const matchesOf = (access: Site['access']): readonly string[] =>
  SITES.filter((site) => site.access === access).flatMap(patternsOf);

/** Match patterns of the sites that are granted at install. */
export const SITE_MATCHES: readonly string[] = matchesOf('required');

/** Match patterns of the sites that are asked for with one click; their scripts are registered once granted. */
export const OPTIONAL_SITE_ORIGINS: readonly string[] = matchesOf('optional');

/** The site that a page belongs to; null for any other. */
export const siteOf = (url: URL): Site | null =>
  SITES.find(({ origins }) => origins.some((origin) => isOfOrigin(url, origin))) ?? null;

const WILDCARD = '://*.';

function isOfOrigin(url: URL, origin: string): boolean {
  const domain = origin.split(WILDCARD)[1];
  if (domain === undefined) return url.origin === origin;
  const isInside = url.hostname === domain || url.hostname.endsWith(`.${domain}`);
  return isInside && url.origin === `https://${url.hostname}`;
}

/** The market that a page shows; null for unknown sites, for pages without a market and for malformed ones. */
export const parsePage = (url: URL, title: string): PageMarket | null =>
  siteOf(url)?.parse(url, title) ?? null;
