import {
  fixedPercentText,
  fixedText,
  LANGUAGE,
  numberFormat,
  percentText,
  unitOf,
  usdText,
} from '../../core/i18n/amount-text.ts';
import { axisTimeText, dayText } from '../../core/i18n/figure-text.ts';
import { say } from '../../core/i18n/say.ts';
import { DAY_MS, HOUR_MS, HOUR_S, MINUTE_MS, SECOND_MS } from '../../core/market/time.ts';

const DASH = '–';

/** Decimals that show one tick: 0.1 gives 1, 0.00005 gives 5; five significant figures where the tick is unknown. */
export function priceDecimals(price: number, tickSize: number | null): number {
  const figure = tickSize ?? fifthFigure(price);
  if (!(figure > 0) || figure >= 1) return 0;
  return Math.min(10, Math.ceil(-Math.log10(figure) - 1e-9));
}

/** Decimals for a glance: five significant figures, and never more than the tick has. */
export const glanceDecimals = (price: number, tickSize: number | null): number =>
  priceDecimals(price, Math.max(tickSize ?? 0, fifthFigure(price)));

const fifthFigure = (price: number): number => 10 ** (Math.floor(Math.log10(price)) - 4);

/** `90,912`, `0.1234`: a price in USD with the instrument's decimals. */
export function formatPrice(price: number | null, decimals = 0): string {
  if (price === null) return DASH;
  return fixedText(price, decimals);
}

/** `1.59 B`, `10.6 M`, `950`: dollars in three significant figures. */
export const formatUsd = (usd: number | null): string => (usd === null ? DASH : usdText(usd));

/** `1.1–2.3 B`: two amounts in the unit of the larger, two figures each. */
export function formatUsdRange(low: number, high: number): string {
  const unit = unitOf(Number(high.toPrecision(2)));
  const figure = (usd: number) => {
    const scaled = Number((usd / unit.usd).toPrecision(2));
    return fixedText(scaled, scaled >= 10 || scaled === 0 ? 0 : 1);
  };
  return `${figure(low)}–${figure(high)} ${unit.name}`.trim();
}

/** `0.123457`: at most so many significant figures. */
export const formatFigures = (value: number, most = 6): string =>
  numberFormat(LANGUAGE, { maximumSignificantDigits: most }).format(value);

/** `1,590,000,000 USD`: the value behind an abbreviation. */
export const formatUsdExact = (usd: number): string => `${fixedText(Math.round(usd), 0)} USD`;

/** `4.5 %`, or with a sign `+4.5 %`, of a fraction. */
export const formatPercent = (fraction: number | null, decimals = 1, isSigned = false): string =>
  fraction === null ? DASH : fixedPercentText(fraction, decimals, isSigned);

/** A chance, never 0 % for what may happen. */
export const formatChance = (chance: number): string => percentText(Math.max(chance, Number.MIN_VALUE));

const UNITS = [
  { key: 'duration.days', unitMs: DAY_MS, agesFromMs: 2 * DAY_MS },
  { key: 'duration.hours', unitMs: HOUR_MS, agesFromMs: HOUR_MS },
  { key: 'duration.minutes', unitMs: MINUTE_MS, agesFromMs: MINUTE_MS },
  { key: 'duration.seconds', unitMs: SECOND_MS, agesFromMs: 0 },
] as const;

const countOf = (ms: number, { key, unitMs }: (typeof UNITS)[number]): string =>
  say(key, { count: Math.floor(ms / unitMs) });

/** `2 s`, `4 min`, `3 h`, `2 d`: a duration in its largest unit, in hours up to two days. */
export function formatAge(ms: number): string {
  const age = Math.max(0, ms);
  return countOf(age, UNITS.find(({ agesFromMs }) => age >= agesFromMs) ?? UNITS[3]);
}

/** `12 min`, `3 h 20 min`, `1 d 2 h`: a duration in its two largest units, rounded to `stepMs`. */
export function formatDuration(ms: number, stepMs = MINUTE_MS): string {
  const whole = Math.round(Math.max(0, ms) / stepMs) * stepMs;
  const [unit = UNITS[3], next] = UNITS.slice(UNITS.findIndex(({ unitMs }) => whole >= unitMs));
  const larger = countOf(whole, unit);
  const rest = whole % unit.unitMs;
  return next === undefined || rest < next.unitMs
    ? larger
    : say('duration.two', { larger, smaller: countOf(rest, next) });
}

/** `04:59`, `7:04:59`: time until a payment, minutes and seconds. */
export function formatClock(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / SECOND_MS));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / HOUR_S);
  const clock = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours === 0 ? clock : `${hours}:${clock}`;
}

let localTimeFormat: Intl.DateTimeFormat | null = null;

/** The user's own way to write a time, made when first needed. */
const localTime = (): Intl.DateTimeFormat =>
  (localTimeFormat ??= new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'medium' }));

/** The user's time with UTC in brackets, for hovers. */
export function formatTime(atMs: number): string {
  const at = new Date(atMs);
  return `${localTime().format(at)} (${at.toISOString().slice(0, 16).replace('T', ' ')} UTC)`;
}

/** `5 Jan`: a day by UTC, as levels and published figures count them. */
export const formatDay = (atMs: number): string => dayText(atMs, LANGUAGE);

/** `14:00`, or `5 Feb` at the beginning of a day: a time on an axis, by the user's clock. */
export const formatAxisTime = (atMs: number): string => axisTimeText(atMs, LANGUAGE);
