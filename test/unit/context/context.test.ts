import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  monthChange,
  parseCoinGeckoHoldings,
  withHoldings,
} from '../../../core/context/corporate-holdings.ts';
import { parseCalendar } from '../../../core/context/economic-calendar.ts';
import { mergeFlowDays, parseBitboFlows, parseCoinMarketCapFlows } from '../../../core/context/fund-flows.ts';
import { parseVolatilityIndex } from '../../../core/context/implied-volatility.ts';
import { pairCloses } from '../../../core/context/paired-closes.ts';
import { realisedVolatility } from '../../../core/context/realised-volatility.ts';
import { withReportedDays } from '../../../core/context/reported-facts.ts';
import { CALENDAR_CONTEXT, FLOW_CONTEXT, volatilityContext } from '../../../core/context/sources.ts';
import { dateOf, dayStartMs } from '../../../core/market/utc-date.ts';
import { parseDayMs, parseIsoMs } from '../../../core/context/utc-time.ts';
import { RateLimitedError, SchemaError } from '../../../core/market/errors.ts';
import { recordingsDir } from '../../support/recordings.ts';

const NOW_MS = Date.UTC(2026, 0, 13, 12);
const DENIED =
  '<!DOCTYPE html><html><head><title>Request Denied</title></head><body>Rate Limited</body></html>';

const coinMarketCap = (points: readonly (readonly [string, unknown])[], aggregation?: string): string =>
  JSON.stringify({
    data: {
      points: points.map(([date, value]) => ({ timestamp: String(Date.parse(date)), value })),
      aggregation,
    },
    status: { error_code: '0' },
  });

const bitbo = (rows: readonly (readonly [string, string])[]): string =>
  `<html><table class="stats"><tr><td>Fund</td></tr></table><table><thead><tr><th>Date</th><th>IBIT</th><th> Totals </th></tr></thead><tbody>${rows
    .map(([date, total]) => `<tr><td><span>${date}</span></td><td>1.0</td><td>${total}</td></tr>`)
    .join('\n')}</tbody></table></html>`;

describe('times without a clock', () => {
  test.each([
    ['2025-03-31T04:30:00-04:00', Date.UTC(2025, 2, 31, 8, 30)],
    ['2026-01-13T08:30:00-05:00', Date.UTC(2026, 0, 13, 13, 30)],
    ['2024-02-29T00:00Z', Date.UTC(2024, 1, 29)],
    ['2026-02-29T00:00Z', null],
    ['2026-01-13 08:30', null],
  ])('%s', (text, atMs) => {
    expect(parseIsoMs(text)).toBe(atMs);
  });

  test.each([
    ['Apr 23, 2026', Date.UTC(2026, 3, 23)],
    ['23 Apr 2026', Date.UTC(2026, 3, 23)],
    ['2026-04-23', Date.UTC(2026, 3, 23)],
    ['Total', null],
    ['Foo 23, 2026', null],
  ])('%s', (text, atMs) => {
    expect(parseDayMs(text)).toBe(atMs);
  });

  test.each(['1970-01-01', '1999-12-31', '2000-02-29', '2026-01-01', '2026-12-31'])(
    '%s is its own date',
    (date) => {
      expect(dateOf(Date.parse(date))).toBe(date);
      expect(dateOf(Date.parse(date) + 86_399_999)).toBe(date);
      expect(parseDayMs(date)).toBe(Date.parse(date));
    },
  );

  test('days that do not exist are refused', () => {
    expect(dayStartMs(2025, 2, 29)).toBeNull();
    expect(dayStartMs(2025, 13, 1)).toBeNull();
  });
});

describe('fund flows', () => {
  test('of CoinMarketCap are days in order', () => {
    const text = coinMarketCap([
      ['2026-01-12', 116.7e6],
      ['2026-01-09', -252e6],
    ]);

    expect(parseCoinMarketCapFlows(text, NOW_MS)).toEqual([
      { date: '2026-01-09', atS: Date.UTC(2026, 0, 9) / 1000, value: -252e6, source: 'coinmarketcap' },
      { date: '2026-01-12', atS: Date.UTC(2026, 0, 12) / 1000, value: 116.7e6, source: 'coinmarketcap' },
    ]);
  });

  test('of a busy source are asked for later', () => {
    const busy = () => parseCoinMarketCapFlows(coinMarketCap([]), NOW_MS);

    expect(busy).toThrow(RateLimitedError);
  });

  test.each([
    [
      'months in place of days',
      coinMarketCap([['2026-01-01', 1e9]], 'monthly'),
      'coinmarketcap.data.aggregation',
    ],
    ['a value that is no number', coinMarketCap([['2026-01-12', null]]), 'coinmarketcap.data.points.0.value'],
    ['a flow in another unit', coinMarketCap([['2026-01-12', 1e12]]), 'coinmarketcap.data.points.0.value'],
    ['a day to come', coinMarketCap([['2026-01-14', 1e6]]), 'coinmarketcap.data.points.0.date'],
    ['a day before the funds', coinMarketCap([['2023-01-14', 1e6]]), 'coinmarketcap.data.points.0.date'],
    ['something else', '{"status":{}}', 'coinmarketcap.data'],
    ['no JSON', 'Bad gateway', 'coinmarketcap'],
  ])('with %s are refused by name', (_name, text, path) => {
    const parse = () => parseCoinMarketCapFlows(text, NOW_MS);

    expect(parse).toThrow(SchemaError);
    expect(parse).toThrow(expect.objectContaining({ path }));
  });

  test('of Bitbo are read from its table, millions of dollars', () => {
    const html = bitbo([
      ['Jan 12, 2026', '116.7'],
      ['Jan 9, 2026', '-252.0'],
      ['Jan 8, 2026', '(1,398.1)'],
      ['Jan 7, 2026', '-'],
      ['Average', '50.0'],
    ]);

    expect(parseBitboFlows(html, NOW_MS).map(({ date, value }) => [date, value])).toEqual([
      ['2026-01-08', -1_398_100_000],
      ['2026-01-09', -252_000_000],
      ['2026-01-12', 116_700_000],
    ]);
  });

  test('of a Bitbo page without the table are refused', () => {
    expect(() => parseBitboFlows('<html><table><tr><th>Fund</th></tr></table></html>', NOW_MS)).toThrow(
      SchemaError,
    );
    expect(() => parseBitboFlows(bitbo([]), NOW_MS)).toThrow(SchemaError);
    expect(() => parseBitboFlows(DENIED, NOW_MS)).toThrow(RateLimitedError);
  });

  test('accumulate: the newer word counts, unless a less believed source says it', () => {
    const first = parseCoinMarketCapFlows(
      coinMarketCap([
        ['2026-01-08', 1e6],
        ['2026-01-09', 2e6],
      ]),
      NOW_MS,
    );
    const revised = parseCoinMarketCapFlows(coinMarketCap([['2026-01-09', 3e6]]), NOW_MS);
    const second = parseBitboFlows(
      bitbo([
        ['Jan 9, 2026', '9'],
        ['Jan 12, 2026', '4'],
      ]),
      NOW_MS,
    );

    const days = mergeFlowDays(mergeFlowDays(first, revised), second);

    expect(days.map(({ value, source }) => [value / 1e6, source])).toEqual([
      [1, 'coinmarketcap'],
      [3, 'coinmarketcap'],
      [4, 'bitbo'],
    ]);
    expect(mergeFlowDays(second, first).find(({ date }) => date === '2026-01-09')?.value).toBe(2e6);
  });
});

describe('the economic calendar', () => {
  const text = JSON.stringify([
    {
      title: 'CPI m/m',
      country: 'USD',
      date: '2026-01-13T08:30:00-05:00',
      impact: 'High',
      forecast: '0.3%',
      previous: '0.3%',
    },
    { title: 'Bank Holiday', country: 'JPY', date: '2026-01-12T00:00:00-05:00', impact: 'Holiday' },
    { title: 'FOMC Member Speaks', country: 'USD', date: '2026-01-13T06:00:00-05:00', impact: 'High' },
  ]);

  test('is in order of time, in UTC', () => {
    expect(parseCalendar(text, NOW_MS).map(({ title, at }) => [title, new Date(at).toISOString()])).toEqual([
      ['Bank Holiday', '2026-01-12T05:00:00.000Z'],
      ['FOMC Member Speaks', '2026-01-13T11:00:00.000Z'],
      ['CPI m/m', '2026-01-13T13:30:00.000Z'],
    ]);
  });

  test('that denies the request is asked again in an hour', () => {
    expect(() => parseCalendar(DENIED, NOW_MS)).toThrow(
      expect.objectContaining({ name: 'RateLimitedError', retryAtMs: NOW_MS + 3_600_000 }),
    );
  });

  test.each([
    ['[{"title":"a","country":"USD","date":"tomorrow","impact":"High"}]', 'calendar.0.date'],
    [
      '[{"title":"a","country":"USD","date":"2026-01-13T08:30:00-05:00","impact":"Huge"}]',
      'calendar.0.impact',
    ],
    ['{}', 'calendar'],
  ])('%s is refused by name', (wrong, path) => {
    expect(() => parseCalendar(wrong, NOW_MS)).toThrow(
      expect.objectContaining({ name: 'SchemaError', path }),
    );
  });
});

describe('bitcoin of companies', () => {
  // A row as CoinGecko gives it; the documents name the fields around it.
  const MOGO = {
    name: 'Mogo Inc.',
    symbol: 'NASDAQ:MOGO',
    country: 'CA',
    total_holdings: 18,
    total_entry_value_usd: 595_494,
    total_current_value_usd: 391_423,
    percentage_of_total_supply: 0,
  };
  const told = (total: unknown, companies: readonly unknown[] = [MOGO]) =>
    JSON.stringify({ total_holdings: total, total_value_usd: 1, market_cap_dominance: 5, companies });
  const midnightS = Date.UTC(2026, 0, 13) / 1000;

  test('is that of the day on which it is told', () => {
    expect(parseCoinGeckoHoldings(told(1_050_000.5), NOW_MS)).toEqual({
      atS: midnightS,
      base: 1_050_000.5,
      companies: 1,
    });
  });

  test.each([
    ['more than can exist', told(21_000_000)],
    ['nothing', told(0)],
    ['a text', told('1050000')],
    ['no company', told(5, [])],
    ['an error', '{"error":"coin not found"}'],
  ])('of %s is refused', (_, text) => {
    expect(() => parseCoinGeckoHoldings(text, NOW_MS)).toThrow(SchemaError);
  });

  test('has a change once a month is known, of which older days are let go', () => {
    const day = (ago: number, base: number) => ({ atS: midnightS - ago * 86_400, base, companies: 1 });
    const known = [day(50, 1), day(31, 900), day(29, 950), day(0, 990)];

    const days = withHoldings(known, day(0, 1000));

    expect(days).toEqual([day(31, 900), day(29, 950), day(0, 1000)]);
    expect(monthChange(days)).toBe(100);
    expect(monthChange(days.slice(1))).toBeNull();
    expect(monthChange([])).toBeNull();
  });
});

describe('volatility', () => {
  test('of Deribit is the close of each interval', () => {
    const text = JSON.stringify({
      jsonrpc: '2.0',
      result: {
        data: [
          [1_768_262_400_000, 43, 44, 42, 43.2],
          [1_768_258_800_000, 42, 43, 41, 42.9],
        ],
        continuation: null,
      },
    });

    expect(parseVolatilityIndex(text, NOW_MS)).toEqual([
      { atS: 1_768_258_800, value: 42.9 },
      { atS: 1_768_262_400, value: 43.2 },
    ]);
  });

  test.each([
    ['{"error":{"message":"bad_request"}}', 'deribit.result'],
    ['{"result":{"data":[]}}', 'deribit.result.data'],
    ['{"result":{"data":[[1,2,3,4,-5]]}}', 'deribit.result.data.0.4'],
    ['{"result":{"data":[[1,2,3]]}}', 'deribit.result.data.0.3'],
  ])('%s is refused by name', (text, path) => {
    expect(() => parseVolatilityIndex(text, NOW_MS)).toThrow(
      expect.objectContaining({ name: 'SchemaError', path }),
    );
  });

  test('realised over days of one percent each is the root of 365 percent', () => {
    const closes = Array.from({ length: 31 }, (_, day) => (day % 2 === 0 ? 100 : 100 * Math.exp(0.01)));

    // 0.01 a day x sqrt(365) = 19.105 % a year.
    expect(realisedVolatility(closes)).toBeCloseTo(19.105, 3);
    expect(realisedVolatility(closes.slice(1))).toBeNull();
  });
});

test('two series meet on the days of both', () => {
  const day = (openTimeS: number, close: number) => ({ openTimeS, close });

  expect(pairCloses([day(1, 10), day(2, 11), day(4, 12)], [day(2, 100), day(3, 101), day(4, 102)])).toEqual({
    first: [11, 12],
    second: [100, 102],
    lastDayS: 4,
  });
  expect(pairCloses([], []).lastDayS).toBeNull();
});

test('a reported day says by whom, a measured one does not', () => {
  const days = withReportedDays([{ date: '2026-02-05', usd: 1.2e8 }]);

  expect(days).toEqual([
    { date: '2025-10-10', usd: 19e9, reportedBy: 'coinglass', reportedOn: '2025-10-11' },
    { date: '2026-02-05', usd: 1.2e8 },
  ]);
});

test('every source asks a host that its permission covers', () => {
  for (const source of [...FLOW_CONTEXT, CALENDAR_CONTEXT, volatilityContext('BTC')]) {
    expect(source.url(NOW_MS).startsWith(source.origin.replace('*', ''))).toBe(true);
    expect(source.everyMs).toBeGreaterThanOrEqual(30 * 60_000);
  }
});

const recordings = recordingsDir();

describe.skipIf(recordings === null)('recorded answers (skipped without the recordings)', () => {
  const answer = (name: string): string => {
    const file = join(recordings ?? '', 'payloads', 'macro', name);
    return JSON.stringify((JSON.parse(readFileSync(file, 'utf8')) as { httpResponse: unknown }).httpResponse);
  };

  test('the calendar of a week of 2025 is read', () => {
    expect(parseCalendar(answer('ff_calendar.json'), NOW_MS)[0]).toEqual({
      at: Date.UTC(2025, 2, 31, 8, 30),
      title: 'Net Lending to Individuals m/m',
      country: 'GBP',
      impact: 'Low',
    });
  });

  test('months of all funds are not taken for days', () => {
    expect(() => parseCoinMarketCapFlows(answer('cmc_etf_netflow.json'), NOW_MS)).toThrow(
      expect.objectContaining({ path: 'coinmarketcap.data.aggregation' }),
    );
  });
});
