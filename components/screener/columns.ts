import { fixedText } from '../../core/i18n/amount-text.ts';
import type { ScreenedFigure } from '../../core/screener/screened-market.ts';
import { formatPercent, formatUsd } from '../ui/format.ts';

const change = (value: number): string => formatPercent(value, 1, true);

/** How each figure is written, in the order of the columns. */
export const COLUMNS: Readonly<Record<ScreenedFigure, (value: number) => string>> = {
  openInterestHourChange: change,
  openInterestDayChange: change,
  fundingRate8h: (value) => formatPercent(value, 3, true),
  fundingDayChange: (value) => formatPercent(value, 3, true),
  hourChange: change,
  dayChange: change,
  turnoverRatio: (value) => fixedText(value, 1),
  crowding: (value) => fixedText(value, 2),
  openInterestUsd: formatUsd,
  turnoverUsd: formatUsd,
};
