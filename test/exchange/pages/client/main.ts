import type { PageData, PageSite } from '../page-data.ts';
import { askedVariant, embedCharts } from '../chart/embed.ts';
import { createChart } from './chart.ts';
import { listenForHotKeys } from './hot-keys.ts';
import { createBook, ROWS, TICKS } from './order-book.ts';
import { createPositionTable } from './position-table.ts';
import { fillTicker } from './ticker.ts';

const site = JSON.parse(document.body.dataset['site'] ?? '{}') as PageSite;
const byId = (id: string): HTMLElement => document.querySelector<HTMLElement>(`#${id}`)!;
const isAsked = new URLSearchParams(location.search).has('chart');
const variant = site.chart === 'library' || isAsked ? askedVariant(location.search) : null;
const chart = variant === null ? createChart(byId('chart')) : embedCharts(byId('chart'), variant);
const askedBook = new URLSearchParams(location.search).get('book') ?? 'plain';
const book = createBook(byId('book'), site.venue, askedBook);
const askedPositions = new URLSearchParams(location.search).get('positions') ?? 'none';
const positions = createPositionTable(byId('held'), site.venue, askedPositions);
const rows = ROWS[askedBook] ?? 16;
let ticks = 1;
let symbol = site.symbol;
// Long enough a window to show bands.
let interval = variant === null ? '15m' : '1h';

const asked = (): string =>
  `symbol=${encodeURIComponent(symbol)}&interval=${interval}&rows=${rows}&ticks=${ticks}`;

async function refresh(): Promise<void> {
  const wanted = asked();
  const response = await fetch(`/exchange-data?${wanted}`);
  if (!response.ok) return;
  const data = (await response.json()) as PageData;
  // Bars of another interval would be drawn as if they were of the one that has been chosen since.
  if (wanted !== asked()) return;
  chart.draw(data, interval);
  fillTicker(byId, data, site);
  book.fill(data);
  positions.fill(data);
}

function show(next: string): void {
  symbol = next;
  const market = site.markets.find((candidate) => candidate.symbol === next);
  byId('symbol').textContent = market?.label ?? next;
  byId('order-unit').textContent = next.replace(/-?USDT.*$/, '');
  for (const link of byId('markets').querySelectorAll('a')) {
    link.classList.toggle('here', link.dataset['symbol'] === next);
  }
  void refresh();
}

for (const market of site.markets) {
  const link = document.createElement('a');
  link.href = market.path;
  link.textContent = market.label;
  link.dataset['symbol'] = market.symbol;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    if (site.switches === 'path') history.pushState(null, '', market.path + location.search);
    show(market.symbol);
  });
  byId('markets').append(link);
}

for (const count of TICKS) {
  const option = document.createElement('option');
  option.value = String(count);
  option.textContent = `${count}x`;
  byId('group').append(option);
}
byId('group').addEventListener('change', (event) => {
  ticks = Number((event.target as HTMLSelectElement).value);
  void refresh();
});

for (const name of ['5m', '15m', '1h', '4h', '1d']) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = name;
  button.classList.toggle('here', name === interval);
  button.addEventListener('click', () => {
    interval = name;
    for (const other of byId('intervals').children) other.classList.toggle('here', other === button);
    void refresh();
  });
  byId('intervals').append(button);
}

addEventListener('popstate', () => {
  const market = site.markets.find((candidate) => candidate.path === location.pathname);
  if (market !== undefined) show(market.symbol);
});
byId('theme').addEventListener('click', () => {
  const root = document.documentElement;
  root.dataset['theme'] = root.dataset['theme'] === 'dark' ? 'light' : 'dark';
  chart.redraw();
});
byId('order').addEventListener('submit', (event) => event.preventDefault());
listenForHotKeys(byId);
show(symbol);
setInterval(() => void refresh(), site.periodMs);
