import type { CellToken, CellWord } from './cell-tokens.ts';
import type { Column } from './column-words.ts';

/** What a row says, by what its columns tell. */
export type RowCells = Partial<Readonly<Record<Column, readonly CellToken[]>>>;

type NumberToken = Extract<CellToken, { readonly kind: 'number' }>;

/** The numbers of a cell, as they stand; none of a cell that the row does not have. */
export const numbersIn = (tokens: readonly CellToken[] = []): readonly NumberToken[] =>
  tokens.filter((token) => token.kind === 'number');

/** Its names, likewise. */
export const namesIn = (tokens: readonly CellToken[] = []): readonly string[] =>
  tokens.flatMap((token) => (token.kind === 'name' ? [token.name] : []));

/** The meanings of its words, likewise. */
export const wordsIn = (tokens: readonly CellToken[] = []): readonly CellWord[] =>
  tokens.flatMap((token) => (token.kind === 'word' ? [token.word] : []));
