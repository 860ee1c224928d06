import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';

import { AccountSection } from '../../components/position/account-section.tsx';
import type { MarketReport } from '../../core/market/market-report.ts';
import type { SavedPosition } from '../../core/market/position.ts';
import { buildPosition } from '../support/sample-position.ts';
import { buildReport } from '../support/sample-report.ts';

afterEach(cleanup);

const btc = buildReport({ price: 100, clusters: [], breakdown: [], levels: [] });
const of = (coin: string, beta: MarketReport['beta']): MarketReport => ({
  ...btc,
  market: `${coin}USDT`,
  ...(beta === undefined ? {} : { beta }),
});
const REPORTS = new Map([
  ['BTC', btc],
  ['ETH', of('ETH', { days: 60, beta: { low: 1.2, value: 1.5, high: 1.8 } })],
  ['SOL', of('SOL', { days: 12, beta: null })],
]);

/** A coin at 100, ten times. */
const held = (id: string, overrides: Partial<SavedPosition> = {}): SavedPosition =>
  buildPosition({
    id,
    entryPrice: 100,
    size: { unit: 'base', value: 10 },
    stopPrice: null,
    ...overrides,
  });
const cross = { marginMode: 'cross', walletBalanceUsd: 600, venue: 'bybit' } as const;
const POSITIONS = [
  held('btc'),
  held('eth', { base: 'ETH', ...cross }),
  held('sol', { base: 'SOL', side: 'short', ...cross }),
];

const ONE_PERCENT = {
  basis: 'notional-usd',
  tiers: [{ floor: 0, cap: 1e12, maintenanceRate: 0.01, deductionUsd: 0, maxLeverage: 100 }],
  atMs: 0,
  source: 'venue',
} as const;

async function mount({
  positions = POSITIONS,
  reports = REPORTS,
  coin = 'BTC',
}: {
  readonly positions?: readonly SavedPosition[];
  readonly reports?: ReadonlyMap<string, MarketReport | null>;
  readonly coin?: string;
} = {}) {
  const markets = { markPriceOf: ({ entryPrice }: SavedPosition) => entryPrice, tiersOf: () => ONE_PERCENT };
  render(<AccountSection input={{ positions, markets, reports }} coin={coin} decimalsOf={() => 2} />);
  const part = screen.getByText('All positions if').closest('details');
  if (part === null) throw new Error('the section does not fold');
  await act(() => {
    part.open = true;
    fireEvent(part, new Event('toggle'));
  });
}

const type = (text: string) =>
  act(
    () => void fireEvent.input(screen.getByLabelText('Prices go, in percent'), { target: { value: text } }),
  );

const rows = () =>
  within(screen.getByRole('table', { name: 'What becomes of each account' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent?.trim()).join(' | '));

describe('all positions together', () => {
  test('are shown ten percent lower before anything is chosen', async () => {
    await mount();

    // The isolated long has 100 dollars and is liquidated at 90 / 0.99; long and short cancel.
    expect(screen.getByText('all −10.0 %: BTC long breaks')).toBeTruthy();
    expect(screen.getByText('First to break: BTC long at 90.91, when BTC has gone −9.1 %.')).toBeTruthy();
    expect(rows()).toEqual([
      'BTC long, Binance | 100 | breaks, BTC at 90.91',
      'Bybit cross | 600 | 600 | 3 % → 3 %',
      'Equity | 700 | 600 | ',
    ]);
  });

  test('go each their way as it is typed', async () => {
    await mount();
    await type('BTC -5, ETH -20, SOL 5');

    // 100 - 50; 600 - 200 - 50, of which one percent of 800 and of 1,050 is held.
    expect(rows()).toEqual([
      'BTC long, Binance | 100 | 50 | 10 % → 19 %',
      'Bybit cross | 600 | 350 | 3 % → 5 %',
      'Equity | 700 | 400 | ',
    ]);
    expect(screen.getByText('No position breaks on the way.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Each' }).getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByRole('slider', { name: 'ETH' }).getAttribute('aria-valuetext')).toBe('−20.0 %');
  });

  test.each([
    ['BTC -5, DOGE 3', 'Nothing is held of DOGE.'],
    ['BTC minus five', 'Not a scenario: BTC minus five. Write it as BTC -10, ETH -15.'],
    ['BTC -100', 'From −99 to 1,000 %: BTC -100.'],
  ])('say what is wrong with %s and show no figure of it', async (text, problem) => {
    await mount();
    await type(text);

    expect(screen.getByText(problem)).toBeTruthy();
    expect(screen.queryByRole('table', { name: 'What becomes of each account' })).toBeNull();
    expect(screen.getByText('not readable')).toBeTruthy();
  });

  test('follow a slider of all', async () => {
    await mount();
    // Three quarters of the way from half less to half more.
    await act(
      () => void fireEvent.input(screen.getByRole('slider', { name: 'All' }), { target: { value: '225' } }),
    );

    expect(screen.getByText(/^all \+25\.0 %: /)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Prices go, in percent').value).toBe(
      'BTC 25, ETH 25, SOL 25',
    );
  });

  test('follow bitcoin by their betas, with intervals, and say where a history is too short', async () => {
    await mount();
    await act(() => void fireEvent.click(screen.getByRole('button', { name: 'By beta' })));

    // 0.9 to the powers 1.5, 1.2 and 1.8.
    expect(
      screen.getByText(
        'With bitcoin at −10.0 %: ETH −14.6 % (−17.3 % to −11.9 %); SOL −10.0 %, as bitcoin: only 12 days of both are kept.',
      ),
    ).toBeTruthy();
    // 600 + 100 less what the long of ETH loses: 146, and 173 to 119.
    expect(rows()[1]).toBe('Bybit cross | 600 | 554 | 3 % → 3 %');
    expect(screen.getByText('By the ends of the betas’ intervals 527 to 581 USD are left.')).toBeTruthy();
  });

  test('name what is left out', async () => {
    await mount({
      positions: [
        ...POSITIONS,
        held('bare', { base: 'SOL', ...cross, venue: 'okx', walletBalanceUsd: null }),
      ],
    });

    expect(
      screen.getByText(/^Left out, since its balance or its venue’s formula is not known: SOL long\.$/),
    ).toBeTruthy();
  });
});

describe('what the map reckons with', () => {
  const known = async (coin: string) => {
    const report = buildReport();
    const price = report.price ?? 0;
    const positions = [held('one', { base: coin, entryPrice: price, size: { unit: 'usd', value: 10_000 } })];
    await mount({
      positions,
      coin,
      reports: new Map([[coin, { ...report, market: `${coin}USDT` }]]),
    });
  };

  test('is listed with what is left, the worst marked, and one click looks at it', async () => {
    await known('BTC');
    const table = screen.getByRole('table', { name: 'What the map of BTC reckons with' });
    const lines = within(table).getAllByRole('row').slice(1);

    expect(lines).toHaveLength(3);
    expect(lines.filter((line) => line.textContent?.includes('worst'))).toHaveLength(1);
    expect(lines[0]?.textContent).toMatch(/^forced longs below carry BTC to/);
    await act(() => void fireEvent.click(within(table).getAllByRole('button')[0] as HTMLElement));
    expect(screen.getByLabelText<HTMLInputElement>('Prices go, in percent').value).toMatch(/^BTC -\d/);
  });

  test('is not there of a coin without a report', async () => {
    await mount({ coin: 'SOL', reports: new Map() });

    expect(screen.queryByRole('table', { name: /^What the map/ })).toBeNull();
  });
});
