/** A number as a trader types it: `90,912.5`, `0.25`; null for anything else. */
export function parseNumber(text: string): number | null {
  const trimmed = text.trim();
  if (!/^(\d+|\d{1,3}(,\d{3})+)?(\.\d+)?$/.test(trimmed) || trimmed === '') return null;
  const value = Number(trimmed.replaceAll(',', ''));
  return Number.isFinite(value) ? value : null;
}

interface Limits {
  /** The least that is allowed; without it anything above zero. */
  readonly least?: number;
  readonly most?: number;
  /** Follows the limit in the sentence, such as `×`. */
  readonly unit?: string;
}

/** A field's number, or one plain sentence about what is wrong with it. Nothing at all is neither. */
export function readNumber(
  text: string,
  { least, most, unit = '' }: Limits = {},
): { readonly value: number | null; readonly error?: string } {
  if (text.trim() === '') return { value: null };
  const value = parseNumber(text);
  const wrong = (error: string) => ({ value: null, error });
  if (value === null) return wrong('Not a number, such as 1,234.5.');
  if (least === undefined && value === 0) return wrong('Must be more than zero.');
  if (least !== undefined && value < least) return wrong(`At least ${least}${unit}.`);
  if (most !== undefined && value > most) return wrong(`At most ${most}${unit}.`);
  return { value };
}
