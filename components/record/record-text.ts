import { LANGUAGE } from '../../core/i18n/amount-text.ts';
import { utcMomentText } from '../../core/i18n/figure-text.ts';
import { sayStored } from '../../core/i18n/say-page.ts';

/** `×1.02`. */
export const times = (ratio: number): string => `×${ratio.toFixed(2)}`;

/** What each forecaster is called; one of a later version by its own name. */
export const forecasterName = (name: string): string => sayStored(`forecaster.${name}`, {}) ?? name;

/** `12 Jan, 14:00`, UTC. */
export const timeText = (atMs: number): string => utcMomentText(atMs, LANGUAGE);
