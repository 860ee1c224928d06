import type { PositionSide } from '../../core/market/forced-order.ts';
import { writeNumber } from '../../core/market/number-text.ts';
import type { PositionDraft } from '../popup/position-draft.ts';
import { EMPTY_TARGET } from '../popup/target-draft.ts';
import { readNumber } from '../ui/read-number.ts';

/** What a price of the map can be to a new position. */
export const PRICE_ROLES = ['entry', 'stop', 'target'] as const;
export type PriceRole = (typeof PRICE_ROLES)[number];

/**
 * The form of a new position with a price of the map in it. Its side follows its stop, and where there is none its first
 * target.
 * @param price USD a coin
 */
export function withPrice(
  draft: PositionDraft,
  role: PriceRole,
  price: number,
  locale: string,
): PositionDraft {
  const text = writeNumber(price, locale);
  const next = {
    ...draft,
    ...(role === 'entry' ? { entryPrice: text } : {}),
    ...(role === 'stop' ? { stopPrice: text } : {}),
    ...(role === 'target' ? { targets: [{ ...(draft.targets[0] ?? EMPTY_TARGET), price: text }] } : {}),
  };
  return { ...next, side: sideOf(next, locale) };
}

function sideOf({ side, entryPrice, stopPrice, targets }: PositionDraft, locale: string): PositionSide {
  const read = (text: string): number | null => readNumber(text, locale).value;
  const [entry, stop, target] = [read(entryPrice), read(stopPrice), read(targets[0]?.price ?? '')];
  if (entry === null) return side;
  if (stop !== null && stop !== entry) return stop < entry ? 'long' : 'short';
  if (target !== null && target !== entry) return target > entry ? 'long' : 'short';
  return side;
}
