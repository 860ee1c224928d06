import { marketInTable } from '../../../core/sites/position-table/market-in-table.ts';
import { readTable, type ShownTable } from '../../../core/sites/position-table/read-table.ts';
import { SITES } from '../../../core/sites/registry.ts';

export const siteNamed = (id: string) => SITES.find((site) => site.id === id)!;

/** What is read of a table on a site's page. */
export function readOn(id: string, table: ShownTable) {
  const site = siteNamed(id);
  return readTable(table, { hint: site.table!, marketOf: (name) => marketInTable(site, name) });
}

/** The position, where there is exactly one; the doubt where there is one. */
export function onlyPosition(id: string, table: ShownTable) {
  const reading = readOn(id, table);
  if (reading.kind === 'doubt') return reading.doubt;
  return reading.positions.length === 1 ? reading.positions[0]! : reading.positions.length;
}

/** As a public program recorded it of Hyperliquid's page, November 2025. */
export const ON_HYPERLIQUID: ShownTable = {
  headers: [
    'Coin',
    'Size',
    'Position Value',
    'Entry Price',
    'Mark Price',
    'PNL (ROE %)',
    'Liq. Price',
    'Margin',
    'Funding',
    'Close All',
    'TP/SL',
  ],
  rows: [
    [
      'ETH\n20x',
      '9.3792 ETH',
      '29,481.64 USDC',
      '3,438.8',
      '3,143.3',
      '+$2,771.75 (+171.9%)',
      '5,535.1',
      '$1,474.08 (Cross)',
      '$54.70',
      'Limit\nMarket',
      'View Orders',
    ],
  ],
};

/** A long of half a bitcoin at 90,000 with 4,500 of its own. */
export const ON_BINANCE: ShownTable = {
  headers: [
    'Symbol',
    'Size',
    'Entry Price',
    'Break Even Price',
    'Mark Price',
    'Liq.Price',
    'Margin Ratio',
    'Margin',
    'PNL(ROI %)',
  ],
  rows: [
    [
      'BTCUSDT\nPerp\n10x',
      '0.500 BTC',
      '90,000.0',
      '90,045.0',
      '91,000.0',
      '81,404.5',
      '4.20%',
      '4,500.00 USDT\n(Isolated)',
      '+500.00 USDT\n(+11.11%)',
    ],
  ],
};

/** The table with another text in the cell under a header. */
export const withCell = (table: ShownTable, header: string, text: string): ShownTable => ({
  ...table,
  rows: table.rows.map((row) => row.map((cell, index) => (table.headers[index] === header ? text : cell))),
});

export const withHeader = (table: ShownTable, header: string, text: string): ShownTable => ({
  ...table,
  headers: table.headers.map((one) => (one === header ? text : one)),
});
