/** The language that is spoken until the user may choose one, BCP 47. */
export const LANGUAGE = 'en-US';

const formats = new Map<string, Intl.NumberFormat>();

/** A format of numbers, made once: making one costs more than a hundred uses. */
export function numberFormat(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(language, options);
  formats.set(key, made);
  return made;
}

/** `90,912.0`: with exactly so many decimals. */
export const fixedText = (value: number, decimals: number, language = LANGUAGE): string =>
  numberFormat(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);

/** The exact one in three figures with a unit of its own: `1.59 B`. */
const COMPACT = {
  notation: 'compact',
  minimumSignificantDigits: 3,
  maximumSignificantDigits: 3,
} as const satisfies Intl.NumberFormatOptions;

/** `1.59 B`, `10.6 M`, `950`: dollars in three significant figures, without a fraction below a thousand. */
export function usdText(usd: number, language = LANGUAGE): string {
  const rounded = Number(Math.abs(usd).toPrecision(3));
  // Below half a dollar nothing is left to have a sign.
  const sign = usd < 0 && rounded >= 0.5 ? '−' : '';
  if (rounded < 1000) return `${sign}${fixedText(rounded, 0, language)}`;
  const parts = numberFormat(language, COMPACT).formatToParts(rounded);
  const digits = parts.filter(({ type }) => type !== 'compact' && type !== 'literal');
  return `${sign}${digits.map(({ value }) => value).join('')} ${unitIn(parts)}`;
}

/** The unit of `usd` in {@link usdText}, and how many dollars one of it is; empty below a thousand. */
export function unitOf(usd: number, language = LANGUAGE): { readonly name: string; readonly usd: number } {
  if (usd < 1000) return { name: '', usd: 1 };
  const name = unitIn(numberFormat(language, COMPACT).formatToParts(usd));
  return { name, usd: 10 ** (3 * Math.min(4, Math.floor(Math.log10(usd) / 3 + 1e-9))) };
}

/** English writes a thousand as `k`, as engineers do. */
const unitIn = (parts: readonly Intl.NumberFormatPart[]): string =>
  parts.find(({ type }) => type === 'compact')?.value.replace(/^K$/, 'k') ?? '';

/** `94,589`, `1.235`, `0.00001235`: a price in USD with at least four significant figures; a dash for none. */
export function priceText(price: number, language = LANGUAGE): string {
  if (!Number.isFinite(price)) return '–';
  const decimals = price >= 1000 ? 0 : Math.min(12, Math.max(0, 3 - Math.floor(Math.log10(Math.abs(price)))));
  return fixedText(price, decimals, language);
}

/** `4.5 %`, or with a sign `+4.5 %`, of a fraction; what rounds to nothing has no sign. */
export function fixedPercentText(
  fraction: number,
  decimals: number,
  isSigned = false,
  language = LANGUAGE,
): string {
  const format = numberFormat(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: isSigned ? 'exceptZero' : 'negative',
  });
  return `${format.format(fraction * 100).replace('-', '−')} %`;
}

/** `12 %`, `4.5 %`, `< 0.1 %`: a probability or share, 0 to 1, with one figure more where it is small. */
export function percentText(share: number, language = LANGUAGE): string {
  const isTiny = share > 0 && share < 0.001;
  const decimals = share > 0 && share < 0.0995 ? 1 : 0;
  return `${isTiny ? '< ' : ''}${fixedPercentText(isTiny ? 0.001 : share, decimals, false, language)}`;
}
