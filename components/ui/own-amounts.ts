import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

import { say } from '../../core/i18n/say-own.ts';
import { formatUsd, formatUsdExact } from './format.ts';

/**
 * Writes the user's own amounts, dollars and coins: size, margin, profit, what a limit allows. Nothing else may, or hiding
 * them would forget one. Prices, percents and the market's dollars are none.
 */
export interface OwnAmounts {
  readonly areHidden: boolean;
  /** An amount that is written already; dots where amounts are hidden. */
  readonly text: (written: string) => string;
  /** `1.59 k`, USD; a dash where it is not known. */
  readonly usd: (usd: number | null) => string;
  /** The value behind an abbreviation, for the hover; none where amounts are hidden. */
  readonly exact: (usd: number) => string | undefined;
}

export function ownAmounts(areHidden: boolean): OwnAmounts {
  const text = (written: string): string => (areHidden ? say('own.hidden') : written);
  return {
    areHidden,
    text,
    usd: (usd) => text(formatUsd(usd)),
    exact: (usd) => (areHidden ? undefined : formatUsdExact(usd)),
  };
}

/** How amounts are written in a view; the root of the view says it. */
export const Own = createContext(ownAmounts(false));

export const useOwn = (): OwnAmounts => useContext(Own);
