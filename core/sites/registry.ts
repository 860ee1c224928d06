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

/** What is granted together: the match patterns of a site's own pages, or of those for users of other countries. */
export interface SiteGrant {
  readonly site: Site;
  readonly isRegional: boolean;
  readonly access: Site['access'];
  readonly patterns: readonly string[];
}

const grantOf = (site: Site, isRegional: boolean): SiteGrant => ({
  site,
  isRegional,
  access: isRegional ? 'optional' : site.access,
  patterns: (isRegional ? (site.regionalOrigins ?? []) : site.origins).map((origin) => `${origin}/*`),
});

/** Every grant, one or two a site. */
export const SITE_GRANTS: readonly SiteGrant[] = SITES.flatMap((site) => [
  grantOf(site, false),
  ...(site.regionalOrigins === undefined ? [] : [grantOf(site, true)]),
]);

const matchesOf = (access: Site['access']): readonly string[] =>
  SITE_GRANTS.filter((grant) => grant.access === access).flatMap(({ patterns }) => patterns);

/** Match patterns that are granted at install. */
export const SITE_MATCHES: readonly string[] = matchesOf('required');

/** Match patterns that are asked for with one click; their scripts are registered once granted. */
export const OPTIONAL_SITE_ORIGINS: readonly string[] = matchesOf('optional');

/** The site that a page belongs to; null for any other. */
export const siteOf = (url: URL): Site | null =>
  SITE_GRANTS.find(({ patterns }) => isOfPatterns(url, patterns))?.site ?? null;

/** Whether a page is matched by one of a site's patterns. */
export const isOfPatterns = (url: URL, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => isOfOrigin(url, pattern.slice(0, -'/*'.length)));

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
