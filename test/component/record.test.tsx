import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { ordersCsv, outcomesCsv } from '../../components/record/record-csv.ts';
import { timeText } from '../../components/record/record-text.ts';
import { definitionSentence, skillSentence } from '../../core/i18n/skill-words.ts';
import { Record, type RecordProps } from '../../components/record/record.tsx';
import type { SkillReport } from '../../core/market/market-report.ts';
import type { AsideEntry } from '../../core/ledger/tables/aside.ts';
import type { OutcomeRow } from '../../core/ledger/tables/outcomes.ts';
import { trackRecordOf } from '../../core/report/forecast/track-record.ts';

const HOUR_S = 3600;
const START_S = Date.UTC(2026, 0, 12) / 1000;

/** An hour after which `usd` fell, twice as much in the farther bin; the map had said so, and expected 10 M x 0.0075 x 0.5. */
const outcome = (hour: number, usd = 30_000): OutcomeRow => ({
  atS: START_S + hour * HOUR_S,
  horizonS: HOUR_S,
  heardShare: 0.5,
  usdScale: 10e6,
  forcedLogSd: 0.5,
  forcedLogMean: 0,
  names: ['forecast', 'kernel'],
  sides: [
    {
      side: 'long',
      price: 90_000,
      edges: Float64Array.of(0, 0.0025, 0.005),
      firstUsd: Float64Array.of(usd / 3, (2 * usd) / 3),
      firstPrints: Float64Array.of(1, 2),
      firstUsdByVenue: {},
      allUsd: Float64Array.of(usd / 2, usd / 2),
      allPrints: Float64Array.of(1, 2),
      masses: Float32Array.of(0.0025, 0.005, 0.0025, 0.0025),
    },
  ],
});

const outcomes = Array.from({ length: 10 * 24 }, (_, hour) => outcome(hour));

/** The record of an hour by first passage. */
const recordOf = (made: readonly OutcomeRow[], asideLog: readonly AsideEntry[] = []) =>
  trackRecordOf({ outcomes: made, asideLog }, { horizonHours: 1, definition: 'first' });

function show(overrides: Partial<RecordProps> = {}) {
  const actions = {
    onMarket: vi.fn(),
    onChoice: vi.fn(),
    onAlways: vi.fn(),
    onExport: vi.fn(),
    onTakeBack: vi.fn(),
  };
  render(
    <Record
      market="BTCUSDT"
      markets={['BTCUSDT', 'ETHUSDT']}
      choice={{ horizonHours: 1, definition: 'first' }}
      record={recordOf(outcomes)}
      isLasting={true}
      isDistanceAlone={false}
      orders={[]}
      listening={[
        {
          venue: 'bybit',
          share: 0.97,
          gaps: [{ venue: 'bybit', fromMs: START_S * 1000, untilMs: START_S * 1000 + 12_000_000 }],
        },
      ]}
      isAlways={false}
      refused={null}
      takenBack={null}
      theme="dark"
      {...actions}
      {...overrides}
    />,
  );
  return actions;
}

afterEach(cleanup);

describe('the track record', () => {
  test('begins with the sentence a user wants', () => {
    show();
    // 10 days x 24 windows of 30,000. Uniform and, fitted to the other days, distance say half and half or near it.
    expect(screen.getByRole('status').textContent).toMatch(
      /^Over 10 days the map placed liquidations ×1\.\d\d \(1\.\d\d to 1\.\d\d\) better .* 240 windows, 7.20 M USD/,
    );
  });

  test('claims nothing below its thresholds', () => {
    show({ record: recordOf(outcomes.slice(0, 29)) });
    expect(screen.getByRole('status').textContent).toMatch(/^No demonstrated skill yet: 2 days, 29 windows/);
  });

  test('names every baseline with its interval', () => {
    show();
    const table = screen.getByRole('table', { name: 'Against every baseline, all days' });
    const rows = within(table)
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent);
    expect(rows).toEqual(['Distance alone, fitted', 'The same everywhere', 'Member: distance']);
    // Against uniform: ln of 2/3 over 1/2 in two thirds, of 1/3 over 1/2 in one third, with 2 % of uniform mixed in.
    expect(within(table).getByRole('row', { name: /same everywhere/ }).textContent).toContain('×1.06');
  });

  test('says how often dollars came inside their interval', () => {
    show();
    // 37,500 expected; 37,500 / exp(1.2816 x 0.5) = 19,760 and x exp = 71,170 hold the 30,000.
    expect(screen.getByText(/^100 % of 240 windows with liquidations/)).toBeTruthy();
    expect(screen.getAllByText('37.5 k').length).toBeGreaterThan(0);
  });

  test('says so where the browser gives nothing to read', () => {
    show({ isLasting: false });

    expect(screen.getByText(/does not open Plimsoll’s database/)).toBeTruthy();
  });

  test('says when the map has stepped down', () => {
    show({ isDistanceAlone: true });
    expect(screen.getByText(/goes by distance alone until its skill is back/)).toBeTruthy();
  });

  test('is chosen, exported and made to listen by buttons and boxes with names', () => {
    const actions = show();
    fireEvent.click(screen.getByRole('button', { name: '4 hours' }));
    expect(actions.onChoice).toHaveBeenCalledWith({ horizonHours: 4, definition: 'first' });
    fireEvent.click(screen.getByRole('button', { name: 'All orders' }));
    expect(actions.onChoice).toHaveBeenLastCalledWith({ horizonHours: 1, definition: 'all' });
    fireEvent.click(screen.getByRole('button', { name: 'Export liquidations (CSV)' }));
    expect(actions.onExport).toHaveBeenCalledWith('orders');
    fireEvent.click(screen.getByRole('checkbox', { name: /Listen without an open exchange page/ }));
    expect(actions.onAlways).toHaveBeenCalledWith(true);
    expect(screen.getByText('3 h 20 min')).toBeTruthy();
    expect(screen.getByText('every order, at prices of orders')).toBeTruthy();
  });
});

describe('its words and files', () => {
  const report: SkillReport = {
    horizonHours: 1,
    hasEvidence: true,
    ratio: { p5: 0.99, p50: 1.02, p95: 1.05 },
    windows: 157,
    days: 14,
    usd: 125e6,
    verdict: 'not-shown',
  };

  test('an interval below 1 is said to be behind', () => {
    const behind: SkillReport = {
      ...report,
      definition: 'all',
      ratio: { p5: 0.92, p50: 0.95, p95: 0.98 },
      verdict: 'behind',
    };
    expect(skillSentence(behind)).toBe(
      'Behind distance alone: ×0.95 (0.92 to 0.98), 14 days, 157 windows, 125 M USD liquidated.',
    );
    expect(definitionSentence(behind)).toBe(
      'On all orders: ×0.95 (0.92 to 0.98) against distance alone, behind it.',
    );
    expect(definitionSentence({ ...behind, verdict: 'too-little-heard' })).toBe(
      'On all orders: too little was heard.',
    );
  });

  test('an interval that holds 1 is no skill', () => {
    expect(skillSentence(report)).toBe(
      'No demonstrated skill yet: ×1.02 (0.99 to 1.05) against distance alone, 14 days, 157 windows, 125 M USD liquidated.',
    );
  });

  test('forecasts made under a lie are listed and exported as such, and counted apart', () => {
    const atMs = (START_S + HOUR_S) * 1000;
    const lie = { venue: 'okx', quantity: 'price', fromMs: atMs, untilMs: atMs, foundMs: atMs } as const;
    const whole = recordOf(outcomes.slice(0, 40));
    const record = recordOf(outcomes.slice(0, 40), [lie]);

    expect(record.report.windows).toBe(whole.report.windows - 1);
    expect(record.coverage?.count).toBe((whole.coverage?.count ?? NaN) - 1);
    expect(outcomesCsv(record.outcomes).split('\n')[2]).toMatch(/,1$/);
    show({ record });
    expect(screen.getByText('longs (apart)')).toBeTruthy();
    expect(screen.getByText(/Counted apart: 1 sides of forecasts/)).toBeTruthy();
  });

  test('a time is a day with the name of its month, and the clock by UTC', () => {
    expect(timeText(Date.UTC(2026, 0, 12, 14))).toBe('12 Jan, 14:00');
  });

  test('what a venue told wrongly is taken back by venue, kind and time', () => {
    const { onTakeBack } = show();
    const button = screen.getByText<HTMLButtonElement>('Take back');
    expect(button.disabled).toBe(true);

    fireEvent.change(screen.getByLabelText('Venue'), { target: { value: 'gate' } });
    fireEvent.change(screen.getByLabelText('told wrong'), { target: { value: 'forced-orders' } });
    fireEvent.input(screen.getByLabelText('from (UTC)'), { target: { value: '2026-01-12T10:00' } });
    fireEvent.input(screen.getByLabelText('until (UTC)'), { target: { value: '2026-01-12T11:30' } });
    fireEvent.click(button);

    const [fromMs, untilMs] = [Date.UTC(2026, 0, 12, 10), Date.UTC(2026, 0, 12, 11, 30)];
    expect(onTakeBack).toHaveBeenCalledWith({ venue: 'gate', quantity: 'forced-orders', fromMs, untilMs });
  });

  test('a gap says that what was heard was taken back', () => {
    const gap = { venue: 'bybit', fromMs: START_S * 1000, untilMs: START_S * 1000 + 3_600_000 } as const;
    show({ listening: [{ venue: 'bybit', share: 0.9, gaps: [{ ...gap, isTakenBack: true }] }] });

    expect(screen.getByText('1 h (taken back)')).toBeTruthy();
  });

  test('forecasts are exported in the order of time, orders in the format of the command line', () => {
    const { outcomes: scored } = recordOf(outcomes.slice(0, 2));
    expect(outcomesCsv(scored).split('\n')[1]).toBe(
      `${START_S},long,90000,0.0050000,37500,19758,71175,30000,0`,
    );
    const order = {
      atMs: START_S * 1000 + 500,
      venue: 'bybit' as const,
      base: 'BTC',
      side: 'short' as const,
      orderPrice: 91_000,
      filledPrice: null,
      quantityBase: 0.5,
      notionalUsd: 45_500,
    };
    expect(ordersCsv('BTCUSDT', [order])).toBe(
      `ts_s,symbol,side,fired_price,order_price,qty_base,notional_usd,venue\n${START_S}.5,BTCUSDT,short,,91000,0.5,45500.00,bybit\n`,
    );
  });
});
