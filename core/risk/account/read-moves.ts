/** What is wrong with a scenario as it is typed, and with which part of it. */
export interface MovesProblem {
  /** `unreadable`: no coin with a number; `not-held`: a coin of which nothing is held; `too-far`: beyond what is allowed. */
  readonly code: 'unreadable' | 'not-held' | 'too-far';
  readonly text: string;
}

/** Moves by coin as fractions. */
export type Moves = ReadonlyMap<string, number>;

/** A price cannot lose more than all, and a coin that rises tenfold breaks every short before. */
const LEAST_PERCENT = -99;
const MOST_PERCENT = 1_000;

/** `BTC -10`, `1INCH: +2,5 %`: a name with a letter in it, and percent. */
const PART =
  /(\p{N}*\p{L}[\p{L}\p{N} ]*?)\s*[:=]?\s*([-+−–]?)(\d+(?:[.,]\d+)?)\s*%?(?=\s*(?:[,;]|$)|\s+\p{L})/gu;

/** A number alone is the move of every coin. */
const ALONE = /^\s*[-+−–]?\d+(?:[.,]\d+)?\s*%?\s*$/u;

/**
 * A scenario such as `BTC -10, ETH -15`; coins that it does not name stay.
 * @param held names of coins, as they are to be called in the answer
 */
export function readMoves(
  text: string,
  held: readonly string[],
): { readonly moves: Moves } | { readonly problem: MovesProblem } {
  if (ALONE.test(text)) return readMoves(held.map((coin) => `${coin} ${text}`).join(';'), held);
  const moves = new Map<string, number>();
  let end = 0;
  for (const { 0: whole, 1: name = '', 2: sign = '', 3: figure = '', index } of text.matchAll(PART)) {
    const between = text.slice(end, index);
    if (isMeant(between)) return { problem: { code: 'unreadable', text: between.trim() } };
    end = index + whole.length;
    const coin = held.find((one) => one.toUpperCase() === name.trim().toUpperCase());
    if (coin === undefined) return { problem: { code: 'not-held', text: name.trim() } };
    const percent = Number(figure.replace(',', '.')) * (/[-−–]/.test(sign) ? -1 : 1);
    if (percent < LEAST_PERCENT || percent > MOST_PERCENT)
      return { problem: { code: 'too-far', text: whole.trim() } };
    moves.set(coin, percent / 100);
  }
  const rest = text.slice(end);
  return isMeant(rest) ? { problem: { code: 'unreadable', text: rest.trim() } } : { moves };
}

const isMeant = (between: string): boolean => /[^\s,;]/.test(between);

/** A scenario as {@link readMoves} reads it, in tenths of a percent. */
export const writeMoves = (moves: Moves): string =>
  [...moves]
    .filter(([, move]) => move !== 0)
    .map(([coin, move]) => `${coin} ${Number((100 * move).toFixed(1))}`)
    .join(', ');
