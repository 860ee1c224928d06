import type { PageMarket } from '../market/page-market.ts';
import { sameMarket } from './chart-symbol.ts';
import { LIBRARY_FRAME, LOCALE, type Site } from './site.ts';
import { decode, LETTER, marketOf, pairOf } from './symbols.ts';

const CONTRACTS = new RegExp(
  `^${LOCALE}/futures/(?:linear_swap|swap|futures)/exchange(?:/((?:${LETTER}|[a-z-])+))?/?$`,
  'u',
);
const SPOT = new RegExp(`^${LOCALE}/(?:trade|exchange)/(${LETTER}+)_(USD[TCD]|BTC|ETH|TRX|EUR|TRY)/?$`, 'iu');
const CODE = new RegExp(`^(${LETTER}+)-([A-Z0-9]+)(-\\d{6})?$`, 'u');
const COIN_DATED = /^([A-Z]+)\d{6}$/;

/**
 * The contract stands in the hash or the query, not in the path:
 * `/futures/linear_swap/exchange#contract_code=BTC-USDT&contract_type=swap&type=cross`.
 */
export const HTX: Site = {
  id: 'htx',
  name: 'HTX',
  origins: ['https://www.htx.com'],
  access: 'optional',
  reads: ['path', 'query', 'hash'],
  sameMarket,
  chart: LIBRARY_FRAME,
  parse: (url) => {
    const path = decode(url.pathname);
    const page = CONTRACTS.exec(path);
    if (page !== null) {
      const options = [new URLSearchParams(url.hash.replace(/^#[/?]*/, '')), url.searchParams];
      const named = options.find((parameters) => parameters.has('contract_code'));
      const code = named?.get('contract_code') ?? page[1] ?? '';
      return contract(code.toUpperCase(), named?.get('contract_type') ?? 'swap');
    }
    const [, base = '', quote = ''] = SPOT.exec(path)?.map((part) => part.toUpperCase()) ?? [];
    return marketOf('htx', 'spot', `${base}${quote}`.toLowerCase(), pairOf(base, quote));
  },
};

/** A dated contract without its date (`contract_type=quarter`) cannot be told from the next one. */
function contract(code: string, type: string): PageMarket | null {
  const [, base = '', quote = '', date] = CODE.exec(code) ?? [];
  if (date !== undefined) return marketOf('htx', 'future', code, pairOf(base, quote));
  const [, coin] = COIN_DATED.exec(code) ?? [];
  if (coin !== undefined) return marketOf('htx', 'future', code, pairOf(coin, 'USD'));
  return type === 'swap' ? marketOf('htx', 'perpetual', code, pairOf(base, quote)) : null;
}
