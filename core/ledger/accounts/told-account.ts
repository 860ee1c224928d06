import * as v from 'valibot';

import type { AccountBook, AccountRole, ExitOrder, HeldPosition } from '../../market/account.ts';
import { finite } from '../../market/number-schemas.ts';
import { like, listOf, word } from '../../market/schemas.ts';
import { fault, type SourceFault } from '../tables/fault.ts';

/** What was told of one thing, and when it was asked for, epoch milliseconds by the venues' clock. */
interface Told<Value> {
  readonly askedAtMs: number;
  readonly value: Value;
}

/** A book with its orders; `exits` is null until they were asked for. */
export interface KeptBook extends AccountBook {
  readonly askedAtMs: number;
  readonly exits: Told<readonly ExitOrder[]> | null;
}

/** What a venue told of an account. It can be asked for again. */
export interface ToldAccount {
  readonly askedAtMs: number;
  /** Builders with whom the account may hold something; null until the venue named them. */
  readonly builders: Told<readonly string[]> | null;
  readonly books: readonly KeptBook[];
  /** What the address is; null until that was asked for, which it is only where nothing is held. */
  readonly role: Told<AccountRole> | null;
  /** Whether what a book says of its margin is all that backs it; null: not asked for yet. */
  readonly apart: Told<boolean> | null;
  /** Why it could not be read the last time. */
  readonly failure: SourceFault | null;
}

export const NOTHING_TOLD: ToldAccount = {
  askedAtMs: 0,
  builders: null,
  books: [],
  role: null,
  apart: null,
  failure: null,
};

/** Whether the exchange itself and every builder have told what the account holds with them. */
export const isWhole = ({ builders, books }: Pick<ToldAccount, 'builders' | 'books'>): boolean =>
  builders !== null &&
  [null, ...builders.value].every((builder) => books.some((book) => book.builder === builder));

const toldOf = <Value>(value: v.GenericSchema<unknown, Value>) =>
  like<Told<Value>>({ askedAtMs: finite, value });
const side = v.picklist(['long', 'short']);

const heldPosition = like<HeldPosition>({
  base: v.string(),
  assetClass: v.exactOptional(word()) as never,
  instrument: v.string(),
  side,
  sizeBase: finite,
  entryPrice: finite,
  markPrice: finite,
  liquidationPrice: v.nullable(finite),
  maxLeverage: finite,
  isolatedMarginUsd: v.nullable(finite),
});

const exitOrder = like<ExitOrder>({
  kind: v.picklist(['stop', 'target']),
  instrument: v.string(),
  side,
  price: finite,
  sizeBase: v.nullable(finite),
});

const book = like<KeptBook>({
  builder: v.nullable(v.string()),
  atMs: finite,
  askedAtMs: finite,
  positions: listOf(heldPosition),
  crossWalletUsd: finite,
  exits: v.nullable(toldOf(listOf(exitOrder))),
});

export const toldAccount = like<ToldAccount>({
  askedAtMs: finite,
  builders: v.nullable(toldOf(listOf(v.string()))),
  books: listOf(book),
  role: v.nullable(toldOf(v.picklist(['missing', 'agent', 'account']))),
  apart: v.nullable(toldOf(v.boolean())),
  failure: v.nullable(fault),
});
