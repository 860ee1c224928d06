import { describe, expect, test } from 'vitest';

import { sessionOf, usSession } from '../../../core/context/share-hours.ts';

const at = (text: string): number => Date.parse(text);
const stateAt = (text: string): string => {
  const { isOpen, nextOpenMs } = usSession(at(text));
  return `${isOpen ? 'open' : 'closed'}, next ${new Date(nextOpenMs).toISOString().slice(0, 16)}`;
};

describe('New York trades shares from 9:30 to 16:00 there', () => {
  test.each([
    // A Thursday in winter, five hours behind UTC.
    ['2026-01-15T14:29:59Z', 'closed, next 2026-01-15T14:30'],
    ['2026-01-15T14:30:00Z', 'open, next 2026-01-16T14:30'],
    ['2026-01-15T20:59:59Z', 'open, next 2026-01-16T14:30'],
    // The Monday is Martin Luther King's.
    ['2026-01-16T21:00:00Z', 'closed, next 2026-01-20T14:30'],
    // Summer time began on Sunday, 8 March.
    ['2026-03-06T21:30:00Z', 'closed, next 2026-03-09T13:30'],
    ['2026-03-09T13:30:00Z', 'open, next 2026-03-10T13:30'],
    ['2026-07-15T13:29:00Z', 'closed, next 2026-07-15T13:30'],
    // And ended on Sunday, 1 November.
    ['2026-10-30T20:00:00Z', 'closed, next 2026-11-02T14:30'],
    ['2026-11-29T03:00:00Z', 'closed, next 2026-11-30T14:30'],
    // It is still Friday evening in New York.
    ['2026-12-05T02:00:00Z', 'closed, next 2026-12-07T14:30'],
  ])('%s: %s', (time, state) => {
    expect(stateAt(time)).toBe(state);
  });
});

describe('holidays', () => {
  // As the exchange publishes them.
  test.each([
    '2026-01-01',
    '2026-01-19',
    '2026-02-16',
    '2026-04-03',
    '2026-05-25',
    '2026-06-19',
    '2026-07-03',
    '2026-09-07',
    '2026-11-26',
    '2026-12-25',
    '2027-01-01',
    '2027-03-26',
    '2027-05-31',
    '2027-06-18',
    '2027-07-05',
    '2027-12-24',
    '2025-04-18',
  ])('%s has no session', (day) => {
    expect(usSession(at(`${day}T17:00:00Z`)).isOpen).toBe(false);
  });

  test.each(['2026-01-02', '2026-07-02', '2026-07-06', '2026-11-27', '2021-12-31', '2027-12-31'])(
    '%s has one',
    (day) => {
      expect(usSession(at(`${day}T17:00:00Z`)).isOpen).toBe(true);
    },
  );
});

test('only shares keep hours, and those of other countries are not told', () => {
  const noonInNewYork = at('2026-01-15T17:00:00Z');

  expect(sessionOf({ base: 'TSLA' }, noonInNewYork)?.isOpen).toBe(true);
  expect(sessionOf({ base: 'CAT', assetClass: 'equity' }, noonInNewYork)?.isOpen).toBe(true);
  for (const asset of [{ base: 'CAT' }, { base: 'XAU' }, { base: 'US500' }, { base: 'SAMSUNG' }])
    expect(sessionOf(asset, noonInNewYork)).toBeNull();
});
