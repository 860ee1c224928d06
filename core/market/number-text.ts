/** Which marks a language writes between the digits of a number. */
export interface NumberStyle {
  readonly decimal: string;
  /** Between groups of digits; spaces and apostrophes are read in every style. */
  readonly group: string;
}

/** What a text says: a number, one of two numbers, or none. */
export type NumberReading =
  | { readonly kind: 'number'; readonly value: number }
  /** As the user's language would have it first. */
  | { readonly kind: 'question'; readonly values: readonly [number, number] }
  | { readonly kind: 'none' };

/** Readings that differ by a group of digits are a thousand apart; half of that, in factors, is no longer near. */
const NEAR_FACTOR = Math.sqrt(1000);

/** The two ways in which the world's exchanges print numbers: `90,912.5` and `90.912,5`. */
export const POINT: NumberStyle = { decimal: '.', group: ',' };
/** As in German. */
export const COMMA: NumberStyle = { decimal: ',', group: '.' };

const NONE: NumberReading = { kind: 'none' };

/** @param locale BCP 47, such as `de-CH`. @throws RangeError for one that is malformed */
function numberStyleOf(locale: string): NumberStyle {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1_234_567.5);
  const markOf = (type: 'decimal' | 'group') => parts.find((part) => part.type === type)?.value;
  return { decimal: plain(markOf('decimal') ?? '.'), group: plain(markOf('group') ?? ' ') };
}

/**
 * An amount as a person types or pastes it: `90,912.5`, `90.912,5`, `90 912,5`, `1’250`, `１２`, `٠٫٥`, `$25k`,
 * `25.0 k USDT`. Never below zero. Marks are read as in `locale`; a text that is written another way is read so
 * where only one way is left. In question stays
 *
 *     one mark before exactly three digits (90.000), unless the language groups by that mark, or the number that the
 *     language reads is near `near` and the other is not
 *
 * @param near what the number is usually about, such as the market's price; null: nothing is known
 */
export function readNumberText(text: string, locale: string, near: number | null = null): NumberReading {
  const amount = /^(?<digits>\d[\d.,' ٫٬]*|[.,٫]\d+)(?<unit>k|m|b)?$/i.exec(bare(text));
  const { digits, unit } = amount?.groups ?? {};
  if (digits === undefined) return NONE;
  const scale = UNITS[unit?.toLowerCase() ?? ''] ?? 1;
  const read = (style: NumberStyle) => readDigits(digits, style);
  const own = numberStyleOf(locale);
  const values = [...new Set([own, POINT, COMMA].map(read).filter((value) => value !== null))]
    .map((value) => value * scale)
    .filter(Number.isFinite);
  const [first, second] = values;
  if (first === undefined) return NONE;
  if (second === undefined || isSettled(digits, own, values, near)) return { kind: 'number', value: first };
  return { kind: 'question', values: [first, second] };
}

/** The number as `locale` writes it, so that {@link readNumberText} gives it back without a question. */
export function writeNumber(value: number, locale: string): string {
  const digits = { useGrouping: false, maximumFractionDigits: 100 } as const;
  // A text, since the digits of the float itself would be written beyond those that tell it from its neighbours.
  const exact = String(value) as `${number}`;
  const fraction = new Intl.NumberFormat('en-US', digits).format(exact).split('.')[1] ?? '';
  // Three digits behind a mark could be a group; four are none.
  const minimumFractionDigits = fraction.length === 3 ? 4 : 0;
  return new Intl.NumberFormat(locale, { ...digits, minimumFractionDigits }).format(exact);
}

const UNITS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };

/** Whether nobody needs to be asked although another reading is possible. */
function isSettled(
  digits: string,
  own: NumberStyle,
  [first = 0, second = 0]: readonly number[],
  near: number | null,
): boolean {
  if (readDigits(digits, own) === null) return false;
  if (near === null) return digits.includes(own.group);
  const isNear = (value: number) => value < near * NEAR_FACTOR && value > near / NEAR_FACTOR;
  return isNear(first) || (digits.includes(own.group) && !isNear(second));
}

/** Digits by the marks of one style; null where they are no number in it. */
export function readDigits(digits: string, { decimal, group }: NumberStyle): number | null {
  const [whole = '', fraction = '', ...more] = digits.split(new RegExp(`[${escape(decimal)}٫]`));
  if (more.length > 0 || !/^\d*$/.test(fraction) || !isWhole(whole, group)) return null;
  return Number(`${whole.replaceAll(/\D/g, '')}.${fraction}`);
}

/** Digits in one piece, or in groups of three (of two above the last three, as in India) by one kind of mark. */
function isWhole(whole: string, group: string): boolean {
  if (/^\d*$/.test(whole)) return true;
  const mark = /\D/.exec(whole)?.[0] ?? '';
  if (![group, ' ', "'", '٬'].includes(mark)) return false;
  const m = escape(mark);
  return new RegExp(`^[1-9]\\d{0,2}(${m}\\d{3})+$|^[1-9]\\d?(${m}\\d{2})+${m}\\d{3}$`).test(whole);
}

const escape = (mark: string): string => `\\${mark}`;

/** The text in plain digits and marks, without spaces around it, currency signs and the names of dollars. */
const bare = (text: string): string =>
  plain(text)
    .replaceAll(/(US)?\p{Sc}|USD[TC]?/giu, '')
    .trim()
    .replace(/^\+ */, '')
    .replace(/ +(?=[kmb]$)/i, '');

/** One kind of digits, spaces and apostrophes. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/\s/g, ' ')
    .replaceAll(/[’‘ʼ`´]/g, "'")
    .replaceAll('،', ',')
    .replaceAll(/\p{Nd}/gu, digitOf);

/** Digits of one script follow each other from zero to nine. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let below = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - below - 1))) below++;
  return String(below % 10);
}
