import { classOf, type NamedAsset } from '../market/asset.ts';
import { dateOf, dayStartMs, EPOCH_WEEKDAY } from '../market/utc-date.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../market/time.ts';

/** Minutes after midnight in New York. */
const OPEN_MINUTE = 9 * 60 + 30;
const CLOSE_MINUTE = 16 * 60;

/** Longer than any stretch of days without a session. */
const MOST_CLOSED_DAYS = 8;

/** Shares whose home exchanges keep other hours; nothing is said of theirs. */
const LISTED_ELSEWHERE: ReadonlySet<string> = new Set(
  'ADVANTEST HYUNDAI KAKAO KUAISHOU MEITUAN NAVER SAMSUNG SKHYNIX SOFTBANK TENCENT TOKYOEL XIAOMI'.split(' '),
);

/** A day of the calendar as epoch days; weekday 0 is Sunday. */
const dayOf = (year: number, month: number, date: number): number =>
  (dayStartMs(year, month, date) ?? NaN) / DAY_MS;

const yearOf = (atMs: number): number => Number(dateOf(atMs).slice(0, 4));

const weekdayOf = (day: number): number => (day + EPOCH_WEEKDAY + 1) % 7;

/** The `nth` weekday of a month, from 1. */
function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  const first = dayOf(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1);
}

const lastMonday = (year: number, month: number): number => {
  const last = dayOf(year, month + 1, 1) - 1;
  return last - ((weekdayOf(last) + 6) % 7);
};

/**
 * Easter Sunday of the Gregorian calendar.
 * @see https://en.wikipedia.org/wiki/Date_of_Easter#Anonymous_Gregorian_algorithm
 */
function easter(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const leap = Math.floor(century / 4);
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leap - moon + 15) % 30;
  const [quads, rest] = [Math.floor((year % 100) / 4), (year % 100) % 4];
  const weekday = (32 + 2 * (century % 4) + 2 * quads - epact - rest) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * shift + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** A fixed holiday is kept on the Friday before a Saturday and on the Monday after a Sunday. */
const observed = (day: number): number => day + ({ 6: -1, 0: 1 }[weekdayOf(day)] ?? 0);

/**
 * Days on which the exchanges of New York stay shut. New Year's Day on a Saturday is kept on no other day.
 * @see https://www.nyse.com/markets/hours-calendars
 */
function holidaysOf(year: number): ReadonlySet<number> {
  const newYear = dayOf(year, 1, 1);
  return new Set([
    weekdayOf(newYear) === 6 ? newYear : observed(newYear),
    nthWeekday(year, 1, 1, 3),
    nthWeekday(year, 2, 1, 3),
    easter(year) - 2,
    lastMonday(year, 5),
    observed(dayOf(year, 6, 19)),
    observed(dayOf(year, 7, 4)),
    nthWeekday(year, 9, 1, 1),
    nthWeekday(year, 11, 4, 4),
    observed(dayOf(year, 12, 25)),
  ]);
}

/** New York is four hours behind UTC from the second Sunday of March to the first of November, else five. */
function newYorkOffsetMs(atMs: number): number {
  const year = yearOf(atMs);
  const begin = nthWeekday(year, 3, 0, 2) * DAY_MS + 7 * HOUR_MS;
  const end = nthWeekday(year, 11, 0, 1) * DAY_MS + 6 * HOUR_MS;
  return (atMs >= begin && atMs < end ? -4 : -5) * HOUR_MS;
}

const hasSession = (day: number): boolean =>
  weekdayOf(day) % 6 !== 0 && !holidaysOf(yearOf(day * DAY_MS)).has(day);

/** The exchanges of New York at a time. */
export interface UsSession {
  readonly isOpen: boolean;
  /** When the next session begins, epoch milliseconds. */
  readonly nextOpenMs: number;
}

/**
 * Whether New York's exchanges trade shares: 9:30 to 16:00 there, Monday to Friday, but on holidays. The few days that end
 * at 13:00 count as whole ones; days of mourning and of storms are not known.
 */
export function usSession(atMs: number): UsSession {
  const local = atMs + newYorkOffsetMs(atMs);
  const today = Math.floor(local / DAY_MS);
  const minute = (local - today * DAY_MS) / MINUTE_MS;
  const isOpen = hasSession(today) && minute >= OPEN_MINUTE && minute < CLOSE_MINUTE;
  const first = minute < OPEN_MINUTE ? today : today + 1;
  const days = Array.from({ length: MOST_CLOSED_DAYS }, (_, index) => first + index);
  const openMs = (days.find(hasSession) ?? first) * DAY_MS + OPEN_MINUTE * MINUTE_MS;
  return { isOpen, nextOpenMs: openMs - newYorkOffsetMs(openMs) };
}

/** The hours that an asset's home market keeps, where it has such and they are known. */
export const sessionOf = (asset: NamedAsset, atMs: number): UsSession | null =>
  classOf(asset) === 'equity' && !LISTED_ELSEWHERE.has(asset.base) ? usSession(atMs) : null;
