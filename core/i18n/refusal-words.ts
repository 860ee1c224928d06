import type { Refusal } from '../market/refusal.ts';
import { say, sayStored } from './say.ts';

/** That something was not `done`, `stored`, ..., and why. */
export const refusalWords = (
  what: 'done' | 'stored' | 'saved' | 'taken-back',
  { code, figures }: Refusal,
): string =>
  say(`refused.${what}`, { reason: sayStored(`refused.${code}`, figures) ?? say('refused.failed') });
