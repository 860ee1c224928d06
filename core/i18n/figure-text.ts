import { VENUE_NAMES } from '../market/venue-id.ts';
import { fixedText, numberFormat, percentText, priceText, usdText } from './amount-text.ts';
import type { FigureKinds } from './message.ts';

const timeFormats = new Map<string, Intl.DateTimeFormat>();

/** A format of times, made once. */
export function timeFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = timeFormats.get(key);
  if (known !== undefined) return known;
  // British English puts the day before the month, as the rest of the world does.
  const made = new Intl.DateTimeFormat(language === 'en-US' ? 'en-GB' : language, options);
  timeFormats.set(key, made);
  return made;
}

const DAY = { day: 'numeric', month: 'short' } as const;
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** `5 Jan`: a day by UTC, as levels and published figures count them. */
export const dayText = (atMs: number, language: string): string =>
  timeFormat(language, { ...DAY, timeZone: 'UTC' }).format(atMs);

/** `7 Oct 2025`: a day by UTC that may be long ago. */
const dateText = (atMs: number, language: string): string =>
  timeFormat(language, { ...DAY, year: 'numeric', timeZone: 'UTC' }).format(atMs);

/** `5 Feb, 14:00`: by the user's clock. */
export const momentText = (atMs: number, language: string): string =>
  timeFormat(language, { ...DAY, ...CLOCK }).format(atMs);

/** The same by UTC. */
export const utcMomentText = (atMs: number, language: string): string =>
  timeFormat(language, { ...DAY, ...CLOCK, timeZone: 'UTC' }).format(atMs);

/** `14:00`, or `5 Feb` at the beginning of a day: a time on an axis, by the user's clock. */
export function axisTimeText(atMs: number, language: string): string {
  const clock = timeFormat(language, CLOCK);
  const isMidnight = clock
    .formatToParts(atMs)
    .every(({ type, value }) => type === 'literal' || Number(value) === 0);
  return (isMidnight ? timeFormat(language, DAY) : clock).format(atMs);
}

/** `OKX, Bitget and Gate`. */
const listText = (
  names: readonly string[],
  language: string,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string =>
  // British English has no comma before the last one.
  new Intl.ListFormat(language === 'en-US' ? 'en-GB' : language, { type }).format(names);

/** How each kind of figure is written. @param range joins two texts, as in `1 to 2` */
export const figureTexts = (
  language: string,
  range: (low: string, high: string) => string,
): { readonly [Kind in keyof FigureKinds]: (value: FigureKinds[Kind]) => string } => {
  const price = (value: number) => priceText(value, language);
  const band = ([low, high]: readonly [number, number]) =>
    price(low) === price(high) ? price(low) : range(price(low), price(high));
  const unit = (value: number, name: 'hour' | 'day') =>
    numberFormat(language, { style: 'unit', unit: name, unitDisplay: 'long' }).format(value);
  const list = (names: readonly string[]) => listText(names, language);
  const day = (atMs: number) => dayText(atMs, language);
  return {
    usd: (value) => usdText(value, language),
    price,
    band,
    bands: (bands) => list(bands.map(band)),
    percent: (value) => percentText(value, language),
    factor: (value) => fixedText(value, 2, language),
    times: (value) => fixedText(value, 1, language),
    number: (value) => fixedText(value, 0, language),
    dayCount: (value) => unit(value, 'day'),
    hours: (value) => (value < 48 ? unit(value, 'hour') : unit(value / 24, 'day')),
    day,
    days: (days) => list(days.map(day)),
    date: (atMs) => dateText(atMs, language),
    moment: (atMs) => momentText(atMs, language),
    venue: (id) => VENUE_NAMES[id],
    venues: (ids) => list(ids.map((id) => VENUE_NAMES[id])),
    list,
    either: (names) => listText(names, language, 'disjunction'),
  };
};
