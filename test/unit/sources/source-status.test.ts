import { expect, test } from 'vitest';

import type { SourceFault } from '../../../core/ledger/tables/fault.ts';
import type { SourceRow } from '../../../core/ledger/tables/sources.ts';
import { statusesOf } from '../../../core/sources/source-status.ts';
import { buildInstrument } from '../../support/instruments.ts';

const NOW_MS = 1_768_480_496_000;
const MINUTE_MS = 60_000;

const answered = (minutesAgo: number): SourceRow => ({
  okAtMs: NOW_MS - minutesAgo * MINUTE_MS,
  data: null,
  failure: null,
});
const series = (minutesAgo: number, lateS = 0): SourceRow => ({
  okAtMs: NOW_MS,
  data: {
    kind: 'series',
    coverage: { fromS: 0, untilS: NOW_MS / 1000 - minutesAgo * 60, exhausted: false, revision: 0, lateS },
  },
  failure: null,
});
const fault = (code: SourceFault['code']): SourceFault => ({
  code,
  count: 1,
  retryAtMs: NOW_MS,
});

const told = (rows: Readonly<Record<string, SourceRow>>) =>
  statusesOf('bybit', 'BTCUSDT', rows, NOW_MS).map(({ kind, status, code }) =>
    [kind, status, code ?? []].flat().join(' '),
  );

test('an answer is stale from the age that its kind names', () => {
  expect(told({ ticker: answered(3) })).toEqual(['ticker ok']);
  expect(told({ ticker: answered(3.1), depth: answered(3.1) })).toEqual(['ticker stale', 'depth ok']);
});

test('bars are as old as the last of them, hours of the past as the answer', () => {
  expect(told({ candles: series(15) })).toEqual(['candles ok']);
  expect(told({ candles: series(16), 'burn-in': series(60_000) })).toEqual(['candles stale', 'burn-in ok']);
});

test('a bar that came four minutes late is no lateness, one that came later is', () => {
  expect(told({ candles: series(1, 240) })).toEqual(['candles ok']);
  expect(told({ candles: series(1, 241), 'open-interest': series(1, 540) })).toEqual([
    'candles stale',
    'open-interest ok',
  ]);
});

test('what fails is stale while its last answer is of use, and failed after', () => {
  expect(told({ depth: { ...answered(10), failure: fault('http') } })).toEqual(['depth stale http']);
  expect(told({ depth: { ...answered(11), failure: fault('http') } })).toEqual(['depth failed http']);
});

test('days of open interest name who told them, so that a venue that does not is in no trouble', () => {
  const day = 24 * 60;
  expect(told({ 'daily-open-interest': answered(day) })).toEqual(['daily-open-interest ok']);
  expect(told({ 'daily-open-interest': answered(4 * day) })).toEqual([]);
  expect(told({ 'archived-open-interest': { ...answered(1), failure: fault('http') } })).toEqual([]);
});

test('tiers on a host that the user leaves closed are nothing to tell of', () => {
  expect(told({ tiers: { ...answered(1), failure: fault('permission') } })).toEqual([]);
  expect(told({ depth: { ...answered(1), failure: fault('permission') } })).toEqual([
    'depth stale permission',
  ]);
});

test('a venue that does not list the coin says that alone', () => {
  const instruments = (base: string): SourceRow => ({
    okAtMs: NOW_MS,
    data: { kind: 'instruments', instruments: [buildInstrument({ venue: 'bybit', base })] },
    failure: null,
  });

  expect(told({ instruments: instruments('ETH'), ticker: answered(1) })).toEqual([
    'instruments failed not-listed',
  ]);
  expect(told({ instruments: instruments('BTC'), ticker: answered(1) })).toEqual([
    'instruments ok',
    'ticker ok',
  ]);
});
