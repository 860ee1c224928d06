import { assetOf } from '../market/asset.ts';
import type { Instrument } from '../market/instrument.ts';
import type { PageMarket } from '../market/page-market.ts';
import { isVenueId, type VenueId } from '../market/venue-id.ts';

/** A contract as the venue itself or a site with charts of venues names it. */
interface NamedContract {
  readonly venue: VenueId;
  readonly symbol: string;
}

/** `BINANCE:CATUSDT.P` of TradingView and `Binance_CATUSDT` of CoinGlass; Gate goes by GATEIO there too. */
const ON_CHARTS = /^([A-Za-z]+?)(?:IO)?[:_](.+)$/;

/** The polled venue whose contract a page shows; null for pages of what is not a perpetual or of other venues. */
export function contractOfPage({ venue, instrument, kind }: PageMarket): NamedContract | null {
  if (kind !== 'perpetual') return null;
  if (isVenueId(venue)) return { venue, symbol: instrument };
  const [, exchange = '', symbol = ''] = ON_CHARTS.exec(instrument) ?? [];
  const named = exchange.toLowerCase();
  return isVenueId(named) ? { venue: named, symbol } : null;
}

/** A symbol without what venues and charts spell differently. */
const plain = (symbol: string): string => symbol.toUpperCase().replaceAll(/\.P$|-SWAP$|[-_]/g, '');

/**
 * The page's market as the venue's list has it: an address does not say that `CATUSDT` is a share. What the list does not
 * know stays what the page said.
 */
export function asListed(page: PageMarket, instruments: readonly Instrument[]): PageMarket {
  const symbol = contractOfPage(page)?.symbol;
  if (symbol === undefined) return page;
  const wanted = plain(symbol);
  const listed =
    instruments.find(({ id }) => id === symbol) ??
    instruments.find(({ id, quote }) => [id, `${id}${quote}`].some((one) => plain(one) === wanted));
  if (listed === undefined) return page;
  const { venue, instrument, quote, kind } = page;
  return { venue, instrument, ...assetOf(listed), multiplier: listed.multiplier, quote, kind };
}
