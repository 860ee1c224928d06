import type { CellToken, CellWord } from './cell-tokens.ts';
import type { Column } from './column-words.ts';

/** What a row says, by what its columns tell. */
export type RowCells = Partial<Readonly<Record<Column, readonly CellToken[]>>>;

type NumberToken = Extract<CellToken, { readonly kind: 'number' }>;

export const numbersIn = (tokens: readonly CellToken[] = []): readonly NumberToken[] =>
  tokens.filter((token) => token.kind === 'number');

export const namesIn = (tokens: readonly CellToken[] = []): readonly string[] =>
  tokens.flatMap((token) => (token.kind === 'name' ? [token.name] : []));

export const wordsIn = (tokens: readonly CellToken[] = []): readonly CellWord[] =>
  tokens.flatMap((token) => (token.kind === 'word' ? [token.word] : []));
