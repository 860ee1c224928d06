import type { SizeWishes } from '../../core/risk/position-answer.ts';
import { readNumber } from '../ui/read-number.ts';

/** What the user allows, as it stands in the form. Percents where nothing else is said. */
export interface WishesDraft {
  /** Dollars of the whole account. */
  readonly equity: string;
  /** Of equity that a stop may cost. */
  readonly risk: string;
  /** Chance of liquidation within the horizon. */
  readonly ruin: string;
  /** Volatility of the account a year; empty: no target. */
  readonly volatility: string;
  /** Expected return a year that the user claims; empty: none, and Kelly says nothing. */
  readonly edge: string;
}

export const EMPTY_WISHES: WishesDraft = { equity: '', risk: '1', ruin: '1', volatility: '', edge: '' };

export interface WishesCheck {
  readonly errors: Readonly<Partial<Record<keyof WishesDraft, string>>>;
  /** Two numbers that a field can be read as. */
  readonly questions: Readonly<Partial<Record<keyof WishesDraft, readonly [number, number]>>>;
  /** Null until the equity is known and nothing is wrong. */
  readonly wishes: Omit<SizeWishes, 'feeRate' | 'depth'> | null;
}

/** Reads the form. */
export function checkWishes(draft: WishesDraft, locale: string): WishesCheck {
  const questions: Partial<Record<keyof WishesDraft, readonly [number, number]>> = {};
  const errors: Partial<Record<keyof WishesDraft, string>> = {};
  const read = (field: keyof WishesDraft, limits: Parameters<typeof readNumber>[2] = {}): number | null => {
    const { value, error, question } = readNumber(draft[field], locale, limits);
    if (error !== undefined) errors[field] = error;
    if (question !== undefined) questions[field] = question;
    return value;
  };
  const share = (field: keyof WishesDraft, most: number): number | null => {
    const percent = read(field, { most, unit: ' %' });
    return percent === null ? null : percent / 100;
  };
  const equityUsd = read('equity');
  const riskShare = share('risk', 100);
  const ruinProbability = share('ruin', 99);
  const targetVolatility = share('volatility', 1_000);
  const edge = share('edge', 1_000);
  const isUsable =
    equityUsd !== null &&
    riskShare !== null &&
    [errors, questions].every((what) => Object.keys(what).length === 0);
  return {
    errors,
    questions,
    wishes: isUsable ? { equityUsd, riskShare, ruinProbability, targetVolatility, edge } : null,
  };
}
