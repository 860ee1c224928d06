import { priceText } from '../../../core/i18n/amount-text.ts';
import type { OwnLine } from '../../../core/market/own-line.ts';
import { ownLineText } from '../../ui/own-line-text.ts';

/** One of the user's own prices, as it is drawn. */
export interface OwnMark {
  readonly role: OwnLine['role'];
  /** In the units of the page. */
  readonly price: number;
  readonly text: string;
}

/** @param multiplier how many coins the page quotes */
export const ownMarks = (lines: readonly OwnLine[], multiplier: number): readonly OwnMark[] =>
  lines.map((line) => ({
    role: line.role,
    price: line.price * multiplier,
    text: ownLineText(line, (usd) => priceText(usd * multiplier)),
  }));
