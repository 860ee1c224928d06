import type { VenueId } from '../../../../core/market/venue-id.ts';
import type { PageData } from '../page-data.ts';
import { offerTableForgeries } from './hostile-table.ts';

/** The visitor's positions, as the venue's page shows them, where `?positions=held` asks for some. */
export interface PositionTable {
  readonly fill: (data: PageData) => void;
}

/** Header and cell of each column. */
type Columns = readonly (readonly [header: string, cell: string])[];

const HELD_SIZE = 0.5;
const LEVERAGE = 10;

/** A long, isolated, at ten times. */
function columnsOf(venue: VenueId, { symbol, markPrice }: PageData, entry: number): Columns {
  const coin = symbol.replace(/[-_]?USD.*$/, '').replace(/[-_]?PERP.*$/, '');
  const notional = HELD_SIZE * entry;
  const profit = HELD_SIZE * (markPrice - entry);
  const [at, mark, liquidation] = [print(entry), print(markPrice), print(entry * 0.905)];
  const margin = print(notional / LEVERAGE + (venue === 'hyperliquid' ? profit : 0));
  if (venue === 'hyperliquid')
    return [
      ['Coin', `${coin}\n${LEVERAGE}x`],
      ['Size', `${HELD_SIZE} ${coin}`],
      ['Position Value', `${print(HELD_SIZE * markPrice)} USDC`],
      ['Entry Price', at],
      ['Mark Price', mark],
      ['PNL (ROE %)', `+$${print(profit)} (+${print((100 * LEVERAGE * profit) / notional)}%)`],
      ['Liq. Price', liquidation],
      ['Margin', `$${margin} (Isolated)`],
      ['Funding', '-$1.20'],
    ];
  if (venue === 'bybit')
    return [
      ['Contracts', `${symbol}\nIsolated ${LEVERAGE}x`],
      ['Qty', `${HELD_SIZE}`],
      ['Value', `${print(HELD_SIZE * markPrice)} USDT`],
      ['Entry Price', at],
      ['Mark Price', mark],
      ['Liq. Price', liquidation],
      ['IM', `${margin} USDT`],
      ['Unrealized P&L (%)', `${print(profit)} USDT\n(10%)`],
    ];
  if (venue === 'okx')
    return [
      ['Symbol', `${coin}USDT Perp\nIsolated\nLong\n${LEVERAGE}.00x`],
      ['Size', `${HELD_SIZE} ${coin}`],
      ['Mark price', mark],
      ['Avg. entry price', at],
      ['Est. liq. price', liquidation],
      ['Floating PnL', `+${print(profit)} USDT`],
      ['Margin ratio', '912.4%'],
      ['Margin', `${margin} USDT`],
    ];
  return [
    ['Symbol', `${symbol}\nPerp\n${LEVERAGE}x`],
    ['Size', `${HELD_SIZE.toFixed(3)} ${coin}`],
    ['Entry Price', at],
    ['Break Even Price', at],
    ['Mark Price', mark],
    ['Liq.Price', liquidation],
    ['Margin Ratio', '4.20%'],
    ['Margin', `${margin} USDT\n(Isolated)`],
    ['PNL(ROI %)', `+${print(profit)} USDT\n(+10.00%)`],
  ];
}

const print = (value: number): string =>
  new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);

/** Tables as the venues nest them: rows of plain elements, one table, or one for the headers and one for the rows. */
export function createPositionTable(place: HTMLElement, venue: VenueId, variant: string): PositionTable {
  if (variant !== 'held') return { fill: () => {} };
  const host = document.createElement('div');
  host.className = 'held';
  place.replaceChildren(host);
  const isPlain = venue === 'binance';
  const tag = (name: string) => document.createElement(isPlain ? 'div' : name);
  const holder = () => host.appendChild(tag('table')).appendChild(tag('tbody'));
  const heads = holder();
  const rows = venue === 'okx' ? holder() : heads;
  const head = heads.appendChild(tag('tr'));
  const row = rows.appendChild(tag('tr'));
  for (const line of [head, row]) line.className = 'held-row';
  const entries = new Map<string, number>();
  let last: PageData | null = null;
  const { isForged } = offerTableForgeries(host, row, head, () => {
    if (last !== null) fill(last);
  });
  const write = (line: HTMLElement, texts: readonly string[]) => {
    while (line.childElementCount < texts.length) line.append(tag('td'));
    texts.forEach((text, index) => {
      const cell = line.children[index]!;
      if (cell.textContent === text.replaceAll('\n', '')) return;
      cell.replaceChildren(
        ...text.split('\n').map((piece) => {
          const element = document.createElement('span');
          element.textContent = piece;
          return element;
        }),
      );
    });
  };
  const fill = (data: PageData) => {
    last = data;
    if (isForged()) return;
    // It was opened when the page was, a hundredth below.
    const entry = entries.get(data.symbol) ?? data.price / 1.01;
    entries.set(data.symbol, entry);
    const columns = columnsOf(venue, data, entry);
    write(
      head,
      columns.map(([header]) => header),
    );
    write(
      row,
      columns.map(([, cell]) => cell),
    );
  };
  return { fill };
}
