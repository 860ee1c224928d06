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
  /** Null while anything is wrong or in question. */
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
    if (isEmpty(price) && isEmpty(share)) return [];
    const own = readNumber(share, locale, { most: percentOf(left / 100), unit: ' %' });
    left = Math.max(0, left - (own.value ?? 0));
    return [{ index, price: checkPrice(price, locale, near), share: own, isOpen: isEmpty(share) }];
  });
  const rest = left / 100 / read.filter(({ isOpen }) => isOpen).length;
  const whole = read.map(({ isOpen, share, ...row }) => ({
    ...row,
    share: !isOpen ? share : rest > 0 ? { value: 100 * rest } : NOTHING_LEFT,
    closes: isOpen ? rest : (share.value ?? 0) / 100,
  }));
  const targets = whole.map(({ price, closes }) => ({ price: price.value ?? 0, share: closes }));
  return {
    fields: whole.flatMap(({ index, price, share }): [TargetField, NumberCheck][] => [
      [`targets[${index}].price`, price],
      [`targets[${index}].share`, share],
    ]),
    targets: targets.every(({ price, share }) => price > 0 && share > 0) ? targets : null,
  };
}

const isEmpty = (text: string): boolean => text.trim() === '';

/** A row that has a share has a price. */
const checkPrice = (text: string, locale: string, near: number | null): NumberCheck =>
  isEmpty(text) ? { value: null, error: say('form.target.no-price') } : readNumber(text, locale, { near });

const NOTHING_LEFT: NumberCheck = { value: null, error: say('form.share.none') };

/** Without the noise of a product of fractions. */
const percentOf = (share: number): number => Number((100 * share).toPrecision(12));
