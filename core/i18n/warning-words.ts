import type { WarningReport } from '../market/market-report.ts';
import { say, sayStored } from './say.ts';

/** A warning in words. */
export interface WarningWords {
  /** What happened. */
  readonly title: string;
  /** At which price, and what it means. */
  readonly text: string;
}

/** The words of a warning; one that was stored in words keeps them, and one of a code that is not known says so. */
export function warningWords({ code, figures }: Pick<WarningReport, 'code' | 'figures'>): WarningWords {
  return {
    title: sayStored(`warning.${code}.title`, figures) ?? say('warning.unknown.title'),
    text: sayStored(`warning.${code}.text`, figures) ?? say('warning.unknown.text'),
  };
}
