import { describe, expect, test } from 'vitest';

import { isQuietHour, minuteOfDay } from '../../../core/alerts/quiet-hours.ts';

const night = { fromMinute: 22 * 60, untilMinute: 7 * 60 };

/** Minutes since midnight of a time such as `22:30`. */
const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

describe('the wall clock', () => {
  // New York leaves UTC-5 for UTC-4 on 8 March 2026 at 07:00 UTC and returns on 1 November at 06:00 UTC; Berlin leaves
  // UTC+1 for UTC+2 on 29 March and returns on 25 October, both at 01:00 UTC; Lord Howe leaves UTC+11 for UTC+10:30
  // on 4 April at 15:00 UTC and returns on 3 October at 15:30 UTC.
  test.each([
    ['America/New_York', '2026-03-08T06:59Z', '01:59'],
    ['America/New_York', '2026-03-08T07:00Z', '03:00'],
    ['America/New_York', '2026-11-01T05:59Z', '01:59'],
    ['America/New_York', '2026-11-01T06:00Z', '01:00'],
    ['Europe/Berlin', '2026-03-29T00:59Z', '01:59'],
    ['Europe/Berlin', '2026-03-29T01:00Z', '03:00'],
    ['Europe/Berlin', '2026-10-25T00:59Z', '02:59'],
    ['Europe/Berlin', '2026-10-25T01:00Z', '02:00'],
    ['Australia/Lord_Howe', '2026-04-04T14:59Z', '01:59'],
    ['Australia/Lord_Howe', '2026-04-04T15:00Z', '01:30'],
    ['Australia/Lord_Howe', '2026-10-03T15:29Z', '01:59'],
    ['Australia/Lord_Howe', '2026-10-03T15:30Z', '02:30'],
    ['Asia/Kathmandu', '2026-06-01T18:15Z', '00:00'],
    ['UTC', '2026-06-01T23:59Z', '23:59'],
  ])('in %s at %s shows %s', (zone, at, wall) => {
    expect(minuteOfDay(Date.parse(at), zone)).toBe(minutes(wall));
  });
});

describe('a night from 22 to 7', () => {
  test.each([
    ['America/New_York', 'in winter', '2026-03-08T02:59Z', false],
    ['America/New_York', 'in winter', '2026-03-08T03:00Z', true],
    ['America/New_York', 'the morning after the clocks went forward', '2026-03-08T10:59Z', true],
    ['America/New_York', 'the morning after the clocks went forward', '2026-03-08T11:00Z', false],
    ['America/New_York', 'the first summer evening', '2026-03-09T02:00Z', true],
    ['America/New_York', 'the morning after the clocks went back', '2026-11-01T11:59Z', true],
    ['America/New_York', 'the morning after the clocks went back', '2026-11-01T12:00Z', false],
    ['Europe/Berlin', 'the evening before the clocks go forward', '2026-03-28T21:00Z', true],
    ['Europe/Berlin', 'the morning after the clocks went forward', '2026-03-29T04:59Z', true],
    ['Europe/Berlin', 'the morning after the clocks went forward', '2026-03-29T05:00Z', false],
    ['Europe/Berlin', 'the morning after the clocks went back', '2026-10-25T05:59Z', true],
    ['Europe/Berlin', 'the morning after the clocks went back', '2026-10-25T06:00Z', false],
    ['Australia/Lord_Howe', 'the morning after the half hour came back', '2026-04-04T20:29Z', true],
    ['Australia/Lord_Howe', 'the morning after the half hour came back', '2026-04-04T20:30Z', false],
    ['Australia/Lord_Howe', 'the morning after the half hour went', '2026-10-03T19:59Z', true],
    ['Australia/Lord_Howe', 'the morning after the half hour went', '2026-10-03T20:00Z', false],
  ])('in %s, %s, at %s: %s', (zone, _when, at, quiet) => {
    expect(isQuietHour(night, Date.parse(at), zone)).toBe(quiet);
  });

  test('lasts eight hours where an hour is left out, and ten where it comes twice', () => {
    const hours = (day: string) => {
      const start = Date.parse(`${day}T12:00Z`);
      return Array.from({ length: 24 }, (_, hour) =>
        isQuietHour(night, start + hour * 3_600_000, 'Europe/Berlin'),
      ).filter(Boolean).length;
    };

    expect([hours('2026-03-28'), hours('2026-06-01'), hours('2026-10-24')]).toEqual([8, 9, 10]);
  });
});

test('hours of one day begin with their first minute and end before the last', () => {
  const noon = { fromMinute: 12 * 60, untilMinute: 13 * 60 };
  const at = (time: string) => isQuietHour(noon, Date.parse(`2026-06-01T${time}Z`), 'UTC');

  expect([at('11:59'), at('12:00'), at('12:59'), at('13:00')]).toEqual([false, true, true, false]);
});
