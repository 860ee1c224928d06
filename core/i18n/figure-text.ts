import { VENUE_NAMES } from '../market/venue-id.ts';
import { fixedText, numberFormat, percentText, priceText, usdText } from './amount-text.ts';
import type { FigureKinds } from './message.ts';

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** `5 Jan`: a day by UTC, as levels and published figures count them. */
export function dayText(atMs: number, language: string): string {
  // British English puts the day before the month, as the rest of the world does.
  const format =
    dayFormats.get(language) ??
    new Intl.DateTimeFormat(language === 'en-US' ? 'en-GB' : language, {
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    });
  dayFormats.set(language, format);
  return format.format(atMs);
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
    venue: (id) => VENUE_NAMES[id],
    venues: (ids) => list(ids.map((id) => VENUE_NAMES[id])),
    list,
    either: (names) => listText(names, language, 'disjunction'),
  };
};
