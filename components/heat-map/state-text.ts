import { say } from '../../core/i18n/say.ts';
import type { HeatPast } from './heat-past.ts';

/** Why nothing is drawn; empty where something is. */
export function stateText(past: HeatPast | null, hasFailed: boolean): string {
  if (hasFailed) return say('heat.failed');
  if (past === null) return say('heat.loading');
  return past.priceBin.some((bin) => !Number.isNaN(bin)) ? '' : say('heat.none');
}
