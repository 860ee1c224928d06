import * as v from 'valibot';

import { isMarketId } from '../market/asset.ts';
import { type Bell, BELL_PLACES } from '../market/bell.ts';
import { notNegative, positive } from '../market/number-schemas.ts';
import { RefusedError } from '../market/refusal.ts';
import type { Fact } from './fact.ts';

/** More than can be told apart on a chart. */
export const MOST_BELLS = 50;

/** Bells that come or take the place of those of the same id, ids of those that go, and when some rang. */
export interface BellsChange {
  readonly put?: readonly Bell[] | undefined;
  readonly remove?: readonly string[] | undefined;
  readonly rang?: Readonly<Record<string, number>>;
}

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/));

/** A bell as a message brings it. */
export const bell = v.pipe(
  v.object({
    id,
    market: v.pipe(v.string(), v.check(isMarketId)),
    venue: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,32}$/)),
    place: v.picklist(BELL_PLACES),
    low: positive,
    high: positive,
    setPrice: v.nullable(positive),
    setAtMs: notNegative,
    untilMs: v.nullable(notNegative),
    repeats: v.boolean(),
    rangAtMs: v.nullable(notNegative),
  }),
  v.check(({ low, high }) => low <= high),
);

/** `local:bells`. What cannot be read stays in storage and is left out of the list. */
export const bells: Fact<readonly Bell[], BellsChange> = {
  fallback: [],
  schema: v.object({
    put: v.optional(v.pipe(v.array(bell), v.maxLength(MOST_BELLS))),
    remove: v.optional(v.pipe(v.array(id), v.maxLength(MOST_BELLS))),
  }),
  restore: (stored) => itemsOf(stored).filter(isBell),
  change: (stored, { put = [], remove = [], rang = {} }) => {
    const items = itemsOf(stored);
    const before = items.filter(isBell);
    const kept = before
      .filter((one) => !remove.includes(one.id))
      .map((one) => put.find((other) => other.id === one.id) ?? one)
      .map((one) => ({ ...one, rangAtMs: rang[one.id] ?? one.rangAtMs }));
    const next = [...kept, ...put.filter((one) => kept.every((other) => other.id !== one.id))];
    if (next.length > MOST_BELLS && next.length > before.length)
      throw new RefusedError('too-many-bells', { most: MOST_BELLS });
    return [...next, ...items.filter((item) => !isBell(item))];
  },
};

const itemsOf = (stored: unknown): readonly unknown[] => (Array.isArray(stored) ? stored : []);

const isBell = (item: unknown): item is Bell => v.is(bell, item);
