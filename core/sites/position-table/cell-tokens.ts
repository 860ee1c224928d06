import { folded } from './folded.ts';

/** What a cell may say beside its figures. */
export type CellWord = 'long' | 'short' | 'isolated' | 'cross' | 'perpetual' | 'none';

/** In the same languages as the columns' words. */
const CELL_WORDS: Readonly<Record<CellWord, string>> = {
  long: 'long|多|做多|多头|多仓|多頭|多單|多倉|лонг|длинная|롱|ロング|uzun|largo|comprado|comprada',
  short: 'short|空|做空|空头|空仓|空頭|空單|空倉|шорт|короткая|숏|ショート|kısa|corto|vendido|vendida',
  isolated:
    'isolated|iso|逐仓|逐倉|изолированная|изолир|изол|격리|分離|izole|cô lập|biệt lập|aislado|aislada|isolado|isolada',
  cross:
    'cross|全仓|全倉|кросс|кросс-маржа|перекрестная|перекрёстная|교차|크로스|クロス|çapraz|chéo|cruzado|cruzada',
  perpetual:
    'perp|perpetual|永续|永續|бесср|бессрочный|무기한|無期限|sürekli|süresiz|vĩnh cửu|vĩnh viễn|perpetuo|perpétuo',
  none: 'n/a|--|-|–|—',
};

const WORDS: ReadonlyMap<string, CellWord> = new Map(
  Object.entries(CELL_WORDS).flatMap(([meaning, words]) =>
    words.split('|').map((word) => [folded(word), meaning as CellWord] as const),
  ),
);

/** A piece of what stands in a cell, read from left to right. */
export type CellToken =
  | {
      readonly kind: 'number';
      readonly isNegative: boolean;
      readonly hasDollar: boolean;
      readonly digits: string;
    }
  /** `20x` */
  | { readonly kind: 'leverage'; readonly digits: string }
  | { readonly kind: 'word'; readonly word: CellWord }
  | { readonly kind: 'name'; readonly name: string };

/** Longer texts are no cell. */
export const MOST_CELL_CHARACTERS = 120;

/** A number in one piece, or in groups that spaces or apostrophes part. */
const DIGITS = String.raw`\d{1,3}(?:[ ']\d{3})+(?:[.,]\d+)?|\d(?:[\d.,]*\d)?`;
const END = String.raw`(?![\p{L}\p{M}\d%‰.,'])`;

const TOKEN = new RegExp(
  [
    String.raw`(?<leverage>\d{1,3}(?:[.,]\d{1,2})?)[xX×倍]${END}`,
    String.raw`(?<sign>[-+]?)(?<dollar>\$?)(?<digits>${DIGITS})${END}`,
    String.raw`(?<name>[^\s()（）|·]+)`,
  ].join('|'),
  'guy',
);

const GAP = /[\s()（）|·]*/guy;

/** Characters that a reader does not see, or that turn what a reader sees around. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/u;
/** Letters that look like Latin ones. */
const LOOKALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const LATIN = /\p{Script=Latin}/u;

/** What a cell says, piece by piece; null for a text that is too long or that holds what no reader sees. @param text its pieces, each on a line */
export function cellTokens(text: string): readonly CellToken[] | null {
  if (text.length > MOST_CELL_CHARACTERS) return null;
  const tokens: CellToken[] = [];
  for (const line of text.split('\n')) {
    const plain = line
      .normalize('NFC')
      .replaceAll(/[\u00a0\u2009\u202f]/g, ' ')
      .replaceAll('\u2212', '-')
      .replaceAll('’', "'");
    if (UNSEEN.test(plain)) return null;
    const read = lineTokens(plain);
    if (read === null) return null;
    tokens.push(...read);
  }
  return joinWords(tokens);
}

function lineTokens(line: string): readonly CellToken[] | null {
  const tokens: CellToken[] = [];
  for (let at = 0; at < line.length;) {
    GAP.lastIndex = at;
    at += GAP.exec(line)?.[0].length ?? 0;
    if (at >= line.length) break;
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(line);
    if (found === null) return null;
    at += found[0].length;
    const { leverage, sign, dollar, digits, name = '' } = found.groups ?? {};
    if (leverage !== undefined) tokens.push({ kind: 'leverage', digits: leverage });
    else if (digits !== undefined)
      tokens.push({ kind: 'number', isNegative: sign === '-', hasDollar: dollar === '$', digits });
    else if (LOOKALIKE.test(name) && LATIN.test(name)) return null;
    else tokens.push(named(name));
  }
  return tokens;
}

function named(name: string): CellToken {
  const word = WORDS.get(folded(name));
  return word === undefined ? { kind: 'name', name } : { kind: 'word', word };
}

/** Some words are two. */
function joinWords(tokens: readonly CellToken[]): readonly CellToken[] {
  const joined: CellToken[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    const both =
      before?.kind === 'name' && token.kind === 'name' ? named(`${before.name} ${token.name}`) : null;
    if (both?.kind === 'word') joined.splice(-1, 1, both);
    else joined.push(token);
  }
  return joined;
}
