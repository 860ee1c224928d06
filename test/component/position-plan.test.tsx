import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { draftOf, emptyDraft } from '../../components/popup/position-draft.ts';
import { createPopupStore, type PopupState } from '../../components/popup/popup-store.ts';
import { OpenPosition } from '../../components/popup/open-position.tsx';
import { useDesk } from '../../components/popup/use-desk.ts';
import { useOwnAmounts } from '../../components/popup/use-own-amounts.ts';
import { Own } from '../../components/ui/own-amounts.ts';
import { buildPosition } from '../support/sample-position.ts';
import { buildReport, SAMPLE_AT } from '../support/sample-report.ts';

afterEach(cleanup);

const sample = buildReport();
/** Binance settles in 12 min 30 s, every eight hours. */
const report = buildReport({
  positioning: {
    ...sample.positioning,
    perVenue: sample.positioning.perVenue.map((one) => ({
      ...one,
      nextFundingAt: SAMPLE_AT + 750_000,
      fundingIntervalHours: 8,
    })),
  },
});

/** A long of 25,000 USD from 91,500 with a stop at 88,400. */
const long = buildPosition();
const withTargets = buildPosition({
  targets: [
    { price: 97_700, share: 0.25 },
    { price: 94_600, share: 0.5 },
  ],
});

function mount(state: Partial<PopupState> = {}) {
  const store = createPopupStore({
    nowMs: SAMPLE_AT,
    markets: { BTC: { report, tiers: {} } },
    draft: draftOf(withTargets, 'en-US'),
    positions: [withTargets],
    ...state,
  });
  const actions = { onPut: vi.fn(), onRemove: vi.fn(), onBase: vi.fn(), newId: () => 'new' };
  const View = () => (
    <Own.Provider value={useOwnAmounts(store)}>
      <OpenPosition {...{ store, actions }} desk={useDesk(store, actions)} />
    </Own.Provider>
  );
  render(<View />);
  return { store, actions };
}

const type = (label: string, value: string) =>
  act(() => void fireEvent.input(screen.getByRole('textbox', { name: label }), { target: { value } }));

/** Opens a folded part of the answer. */
async function unfold(title: string): Promise<HTMLElement> {
  // Some parts are loaded once the page stands.
  const part = (await screen.findByText(title)).closest('details');
  if (part === null) throw new Error(`${title} does not fold`);
  await act(() => {
    part.open = true;
    fireEvent(part, new Event('toggle'));
  });
  return part;
}

const rowsOf = (part: HTMLElement, name: RegExp): readonly string[] =>
  within(within(part).getByRole('table', { name }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent?.trim()).join(' | '));

describe('the form', () => {
  test('takes one target without a share: it closes everything', async () => {
    const { store, actions } = mount({
      positions: [],
      draft: emptyDraft('fresh', { venue: 'binance', base: 'BTC', price: report.price }, 'en-US'),
    });
    await type('Size', '25000');
    await type('Target', '95,000');

    expect(screen.getByText('Horizon, more targets').closest('details')?.open).toBe(false);
    await act(() => void fireEvent.click(screen.getByRole('button', { name: 'Save position' })));
    expect(actions.onPut).toHaveBeenCalledWith(
      expect.objectContaining({ targets: [{ price: 95_000, share: 1 }] }),
    );
    expect(store.getState().draft.targets).toEqual([{ price: '95,000', share: '' }]);
  });

  test('offers another row after the last, and shares what is left among those without a share', async () => {
    const { actions } = mount({ draft: draftOf(long, 'en-US'), positions: [long] });
    await type('Target', '94000');
    await type('Closed there', '50');
    await type('Target 2', '95000');
    await type('Target 3', '96000');

    await act(() => void fireEvent.click(screen.getByRole('button', { name: 'Save changes' })));
    expect(actions.onPut).toHaveBeenCalledWith(
      expect.objectContaining({
        targets: [
          { price: 94_000, share: 0.5 },
          { price: 95_000, share: 0.25 },
          { price: 96_000, share: 0.25 },
        ],
      }),
    );
  });

  test.each([
    ['Closed there', '120', 'At most 100 %.'],
    ['Closed at target 2', '60', 'At most 50 %.'],
    ['Closed at target 3', '10', 'Its price is missing.'],
  ])('says beside %s what is wrong with %s, and opens what was folded', async (label, value, error) => {
    mount({
      draft: draftOf(
        buildPosition({
          targets: [
            { price: 94_000, share: 0.5 },
            { price: 95_000, share: 0.25 },
          ],
        }),
        'en-US',
      ),
    });
    await type(label, value);

    expect(screen.getByText(error)).toBeTruthy();
    expect(screen.getByText('Horizon, more targets').closest('details')?.open).toBe(true);
    expect(screen.queryByRole('region', { name: 'Results' })).toBeNull();
  });

  test('says that nothing is left for a target', async () => {
    mount({ draft: draftOf(buildPosition({ targets: [{ price: 94_000, share: 1 }] }), 'en-US') });
    await type('Closed there', '100');
    await type('Target 2', '95000');

    expect(screen.getByText('The other targets close everything.')).toBeTruthy();
  });
});

describe('stop and target', () => {
  test('are told in R, dollars and chances that are together one', async () => {
    mount();
    const part = await unfold('Stop and target');
    const [near, far, stop, neither] = rowsOf(part, /^Targets/);

    // One R is 3,100 of 91,500 dollars: half of 25,000 x 3,100 / 91,500 = 423.5, a quarter of twice that 423.5.
    expect(near).toMatch(/^94,600 \| 50 % \| 1\.0 \| 423 \| .* % \| .* %$/);
    expect(far).toMatch(/^97,700 \| 25 % \| 2\.0 \| 423 \| .* % \| .* %$/);
    expect(stop).toMatch(/^88,400 Stop \|  \| −1\.0 \| −847 \| .* %/);
    const chanceIn = (row: string | undefined, cell: number) =>
      Number(row?.split(' | ')[cell]?.replace(' %', ''));
    expect(chanceIn(near, 4) + chanceIn(stop, 4) + chanceIn(neither, 2)).toBeCloseTo(100, -0.5);
    expect(within(part).getByText(/25 % of the size stays open beyond the targets\./)).toBeTruthy();
    expect(part.querySelector('summary')?.textContent).toMatch(/1\.0 R, target first \d/);
  });

  test('have prices at which the fees, and the funding too, are earned', async () => {
    mount();
    const part = await unfold('Stop and target');
    const [fees, funded] = rowsOfPlain(part, 'Break-even');

    // 91,500 x 1.0005 / 0.9995 = 91,591.5.
    expect(fees).toBe('Break-even after fees of 0.050 % each way | 91,591.5');
    expect(funded).toMatch(/^with funding over 24 h at its present rate \| 91,6\d\d\.\d$/);
  });

  test('give the size for a risk, which one click takes', async () => {
    const { store } = mount();
    const part = await unfold('Stop and target');
    await type('Risk at this stop', '300');

    // 3,100 / 91,500 and a tenth of a percent of fees: 300 / 0.034880 = 8,601.0.
    expect(within(part).getByText(/^8\.60 k USD, 0\.0940 BTC/)).toBeTruthy();
    await act(() => void fireEvent.click(within(part).getByRole('button', { name: 'Use as size' })));
    expect(store.getState().draft).toMatchObject({ size: '8601', sizeUnit: 'usd' });
  });

  test('say why there is no R, and that the price has passed a target', async () => {
    const { store } = mount({
      draft: draftOf(
        buildPosition({ entryPrice: 87_000, stopPrice: 88_400, targets: [{ price: 90_000, share: 1 }] }),
        'en-US',
      ),
      positions: [],
    });
    const part = await unfold('Stop and target');

    expect(within(part).getByText(/nothing is at risk there, so there is no R/)).toBeTruthy();
    expect(rowsOf(part, /^Targets/)[0]).toBe('90,000 | 100 % | – | 862 | passed');
    expect(store.getState().draft.stopPrice).toBe('88400');
  });

  test('of a position without them say so', async () => {
    mount({ draft: draftOf(buildPosition({ stopPrice: null }), 'en-US') });

    expect(await screen.findByText('no stop or target')).toBeTruthy();
    await type('Stop', '88400');
    expect(await screen.findByText('one R is 847 USD')).toBeTruthy();
  });
});

/** Rows of a table that has no head. */
const rowsOfPlain = (part: HTMLElement, name: string): readonly string[] =>
  within(within(part).getByRole('table', { name }))
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent).join(' | '));

describe('funding', () => {
  test('counts down to the next payment and says what it costs', async () => {
    const { store } = mount();

    // 25,000 at 91,500 are 24,839 at 90,912: 0.0083 % of them.
    expect(screen.getByText('in 12:30 pays 2.06 USD')).toBeTruthy();
    await unfold('Funding');
    expect(screen.getByText(/^Binance settles in 12:30, every 8 hours: at \+0\.0083 % in 8 h/)).toBeTruthy();
    expect(screen.getByText(/^Over 24 h at \+0\.0083 % in 8 h throughout/)).toBeTruthy();

    store.setState({ nowMs: SAMPLE_AT + 749_000 });
    return screen.findByText('in 00:01 pays 2.06 USD');
  });

  test('of a venue that is not asked is that of the market, without a clock', async () => {
    mount({ draft: draftOf(buildPosition({ venue: 'dydx' }), 'en-US') });
    await unfold('Funding');

    expect(screen.getByText('When dYdX settles next is not known.')).toBeTruthy();
    expect(screen.getByText(/The rate is that of the market/)).toBeTruthy();
  });
});

test('while amounts are hidden no dollar of a plan, of funding or of an account is told', async () => {
  mount({ hideAmounts: true });
  const parts = [await unfold('Stop and target'), await unfold('Funding'), await unfold('All positions if')];
  const text = parts.map((part) => part.textContent).join(' ');

  expect(text).toContain('•••');
  expect(text).not.toMatch(/423|847|2\.06|6\.18|2\.34 k/);
  expect(text).toMatch(/50 %/);
});
