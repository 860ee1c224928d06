import { say } from '../../core/i18n/say-own.ts';
import type { PositionTarget } from '../../core/market/position.ts';
import { writeNumber } from '../../core/market/number-text.ts';
import { readNumber, type NumberCheck } from '../ui/read-number.ts';

/** A target as it stands in the form. */
export interface TargetDraft {
  readonly price: string;
  /** Percent of the size; empty: an equal part of what the others leave. */
  readonly share: string;
}

export const EMPTY_TARGET: TargetDraft = { price: '', share: '' };

/** A field of a target, named as its place in a file of positions is. */
export type TargetField = `targets[${number}].${keyof TargetDraft}`;

export interface TargetsCheck {
  /** What each field says; a row without a word says nothing. */
  readonly fields: readonly (readonly [TargetField, NumberCheck])[];
  readonly missing: readonly TargetField[];
  /** Null while anything is wrong, missing or in question. */
  readonly targets: readonly PositionTarget[] | null;
}

/** The rows of the form for targets; one that closes everything needs no share. */
export const draftTargets = (targets: readonly PositionTarget[], locale: string): readonly TargetDraft[] =>
  targets.map(({ price, share }) => ({
    price: writeNumber(price, locale),
    share: targets.length === 1 && share === 1 ? '' : writeNumber(percentOf(share), locale),
  }));

/** @param near price of the market, which tells prices of two readings apart */
export function checkTargets(
  rows: readonly TargetDraft[],
  locale: string,
  near: number | null,
): TargetsCheck {
  let left = 100;
  const read = rows.flatMap(({ price, share }, index) => {
    if (price.trim() === '' && share.trim() === '') return [];
    const own = readNumber(share, locale, { most: percentOf(left / 100), unit: ' %' });
    left = Math.max(0, left - (own.value ?? 0));
    return [{ index, price: readNumber(price, locale, { near }), share: own, isOpen: share.trim() === '' }];
  });
  const rest = left / read.filter(({ isOpen }) => isOpen).length / 100;
  const targets = read.map(({ price, share, isOpen }) => ({
    price: price.value,
    share: isOpen ? rest : share.value === null ? null : share.value / 100,
  }));
  return {
    fields: read.flatMap(({ index, price, share, isOpen }): [TargetField, NumberCheck][] => [
      [`targets[${index}].price`, price],
      [
        `targets[${index}].share`,
        isOpen && left === 0 ? { value: null, error: say('form.share.none') } : share,
      ],
    ]),
    missing: read.flatMap(({ index, price }): TargetField[] =>
      price.value === null && price.error === undefined && price.question === undefined
        ? [`targets[${index}].price`]
        : [],
    ),
    targets: targets.every(isWhole) ? targets : null,
  };
}

const isWhole = (target: {
  readonly price: number | null;
  readonly share: number | null;
}): target is PositionTarget => target.price !== null && target.share !== null && target.share > 0;

/** Without the noise of a product of fractions. */
const percentOf = (share: number): number => Number((100 * share).toPrecision(12));
