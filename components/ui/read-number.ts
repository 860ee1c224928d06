import { say } from '../../core/i18n/say.ts';
import { readNumberText, writeNumber } from '../../core/market/number-text.ts';

interface Limits {
  /** The least that is allowed; without it anything above zero. */
  readonly least?: number;
  readonly most?: number;
  /** Follows the limit in the sentence, such as `×`. */
  readonly unit?: string;
  /** What the number is usually about, such as the market's price. */
  readonly near?: number | null;
}

/** What a field's text says; nothing at all is neither a number nor wrong. */
export interface NumberCheck {
  readonly value: number | null;
  /** One plain sentence about what is wrong. */
  readonly error?: string;
  /** Two numbers that the text can be read as; the user is asked. */
  readonly question?: readonly [number, number];
}

/** A field's number in the user's language; of two that it can be read as, one that the limits rule out does not count. */
export function readNumber(text: string, locale: string, limits: Limits = {}): NumberCheck {
  if (text.trim() === '') return { value: null };
  const reading = readNumberText(text, locale, limits.near ?? null);
  const example = new Intl.NumberFormat(locale).format(1234.5);
  if (reading.kind === 'none') return { value: null, error: say('number.none', { example }) };
  if (reading.kind === 'number') return checkLimits(reading.value, locale, limits);
  const allowed = reading.values.filter((value) => checkLimits(value, locale, limits).error === undefined);
  if (allowed.length === 2) return { value: null, question: reading.values };
  return checkLimits(allowed[0] ?? reading.values[0], locale, limits);
}

function checkLimits(value: number, locale: string, { least, most, unit = '' }: Limits): NumberCheck {
  const wrong = (error: string) => ({ value: null, error });
  if (least === undefined && value === 0) return wrong(say('number.positive'));
  const written = (limit: number) => `${writeNumber(limit, locale)}${unit}`;
  if (least !== undefined && value < least) return wrong(say('number.least', { limit: written(least) }));
  if (most !== undefined && value > most) return wrong(say('number.most', { limit: written(most) }));
  return { value };
}
