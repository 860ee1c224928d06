import { readAssetName, type AssetName } from '../market/asset-name.ts';
import type { PageMarket } from '../market/page-market.ts';
import { decode, isDollar, isName, MONTH_CODES, parsePair, pairOf } from './symbols.ts';

/** What a symbol says of a market in whatever spelling; null where it is silent. */
export interface ChartSymbol extends AssetName {
  readonly quote: string | null;
  /** Year and month, and the day where it is given: `2603` or `260327`. */
  readonly expiry: string | null;
  /** Whether the symbol is marked as a perpetual; most charts do not mark theirs. */
  readonly perpetual: boolean;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const PERPETUAL =
  /^P[FI]_|\.PM?$|[-_]?PERP(?:ETUAL)?(?:-INTX)?$|-SWAP$|_XPERP(?:-\d{6})?$|_(?:UM|DM|CM)CBL$|(?<=USD[TC]?)M$/g;
const DAY = /[-_](?:20)?(\d{2})(0[1-9]|1[0-2])(\d{2})$/;
const DAY_NAME = new RegExp(String.raw`[-_](\d{1,2})(${MONTHS.join('|')})(\d{2})(?:-CDE)?$`);
const MONTH_CODE = new RegExp(String.raw`([${MONTH_CODES}])(?:20)?(\d{2})$`);

/**
 * Reads a symbol as charts and venues spell it: `BTCUSDT@PRICETYPE=LAST`, `BINANCE:BTCUSDT.P`, `XBTUSDTM`,
 * `BTC-USDT-SWAP`, `BTC-USD_UM_XPERP-310404`, `BTC-PERPETUAL`, `PF_XBTUSD`, `BTC_USDT_20260327`, `kPEPE`, `龙虾_USDT` with
 * or without escapes.
 * @param venue whose chart it is: some names are a venue's own
 * @returns null for text that names nothing
 */
export function readChartSymbol(text: string, venue: string): ChartSymbol | null {
  const named = decode(text).replaceAll(/\s/g, '').replace(/@.*$/, '').replace(/^\w+:/, '');
  const plain = /^k[A-Z]/.test(named) ? `k${named.slice(1).toUpperCase()}` : named.toUpperCase();
  const unmarked = plain.replace(PERPETUAL, '');
  const { rest, expiry } = splitExpiry(unmarked);
  const [base = '', quote, ...others] = rest.replace(/_UM(?=$|-)/, '').split(/[-_/]/);
  if (others.length > 0) return null;
  const pair = quote === undefined ? parsePair(base) : pairOf(base, quote);
  const name = pair?.name ?? (quote === undefined && isName(base) ? base : null);
  return name === null
    ? null
    : {
        ...readAssetName(name, venue),
        quote: pair?.quote ?? null,
        expiry,
        perpetual: unmarked !== plain,
      };
}

function splitExpiry(symbol: string): { readonly rest: string; readonly expiry: string | null } {
  const [day, year = '', month = '', date = ''] = DAY.exec(symbol) ?? [];
  if (day !== undefined) return { rest: symbol.slice(0, -day.length), expiry: `${year}${month}${date}` };
  const [name, dayOfMonth = '', monthName = '', shortYear = ''] = DAY_NAME.exec(symbol) ?? [];
  if (name !== undefined) {
    const expiry = `${shortYear}${monthNumber(MONTHS.indexOf(monthName))}${dayOfMonth.padStart(2, '0')}`;
    return { rest: symbol.slice(0, -name.length), expiry };
  }
  const [code, letter = '', codeYear = ''] = MONTH_CODE.exec(symbol) ?? [];
  // KuCoin puts its M before the month.
  const rest = symbol.slice(0, symbol.length - (code ?? '').length).replace(/^XBTM$/, 'XBT');
  // A coin may end like a month: only what follows a quote, or bitcoin's name alone, is one.
  if (code === undefined || (parsePair(rest) === null && rest !== 'XBT'))
    return { rest: symbol, expiry: null };
  return { rest, expiry: `${codeYear}${monthNumber(MONTH_CODES.indexOf(letter))}` };
}

const monthNumber = (index: number): string => String(index + 1).padStart(2, '0');

/**
 * Whether a chart's symbol is the page's market, and its axis one in dollars: the same coin, multiplier, quote and
 * expiry, as far as the symbol tells. The multiplier counts: a chart of PEPE is a thousandth of a chart of 1000PEPE.
 */
export const sameMarket = (market: PageMarket, chartSymbol: string): boolean =>
  isSameMarket(market, chartSymbol, (quote) => quote === market.quote);

/** As {@link sameMarket}, for sites whose charts call every dollar USD. */
export const sameDollarMarket = (market: PageMarket, chartSymbol: string): boolean =>
  isSameMarket(market, chartSymbol, isDollar);

function isSameMarket(
  market: PageMarket,
  chartSymbol: string,
  isSameQuote: (quote: string) => boolean,
): boolean {
  // Prices of ours are in dollars; on an axis in euros they would look right and be wrong.
  if (!isDollar(market.quote)) return false;
  if (decode(chartSymbol) === market.instrument) return true;
  const chart = readChartSymbol(chartSymbol, market.venue);
  if (chart === null || chart.base !== market.base || chart.multiplier !== market.multiplier) return false;
  if (chart.quote !== null && !isSameQuote(chart.quote)) return false;
  if (market.kind !== 'future')
    return chart.expiry === null && (!chart.perpetual || market.kind === 'perpetual');
  const own = readChartSymbol(market.instrument, market.venue)?.expiry ?? null;
  if (own === null || chart.expiry === null) return false;
  return own.startsWith(chart.expiry) || chart.expiry.startsWith(own);
}
