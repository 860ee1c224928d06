import { sayStored } from '../../core/i18n/say-page.ts';

/** `×1.02`. */
export const times = (ratio: number): string => `×${ratio.toFixed(2)}`;

/** What each forecaster is called; one of a later version by its own name. */
export const forecasterName = (name: string): string => sayStored(`forecaster.${name}`, {}) ?? name;

/** `12 Jan 14:00`, UTC. */
export function timeText(atMs: number): string {
  const [, date = '', time = ''] = /^\d{4}-(\d\d-\d\d)T(\d\d:\d\d)/.exec(new Date(atMs).toISOString()) ?? [];
  return `${date} ${time}`;
}
