import { marketInTable } from '../../core/sites/position-table/market-in-table.ts';
import { SITES } from '../../core/sites/registry.ts';

/** What sites call Bitcoin's first perpetual. */
const NAMES = ['BTCUSDT', 'BTC'] as const;

interface FirstPage {
  /** What a trader calls the site. */
  readonly name: string;
  readonly url: string;
}

/** A trading page of Bitcoin on each site where the panel stands from the start. */
export const FIRST_PAGES: readonly FirstPage[] = SITES.flatMap((site) => {
  const { access, origins, name, table } = site;
  const called = NAMES.find((one) => marketInTable(site, one)?.base === 'BTC');
  const path = called === undefined ? null : table?.pathOf(called);
  return access === 'required' && path != null ? [{ name, url: `${origins[0]}${path}` }] : [];
});
