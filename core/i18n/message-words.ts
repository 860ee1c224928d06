import type { WarningReport } from '../market/market-report.ts';
import { say } from './say.ts';
import { warningWords } from './warning-words.ts';

/** A warning as a messenger shows it. @param number is the same for the same warning */
export function messageWords(asset: string, warning: WarningReport, number: string): string {
  const { title, text } = warningWords(warning);
  return [say('message.title', { asset, title }), text, say('message.mark', { at: warning.at, number })].join(
    '\n',
  );
}

export const testWords = (): string => say('message.test');
