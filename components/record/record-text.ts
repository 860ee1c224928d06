import type { SkillReport } from '../../core/market/market-report.ts';
import { formatUsd } from '../ui/format.ts';

/** The sentence that a user wants: what the map has been worth, with its interval, or that nothing is shown yet. */
export function skillSentence(report: SkillReport): string {
  const { ratio, windows, days, usd } = report;
  const windowsAndDollars = `${windows} windows, ${formatUsd(usd)} USD liquidated`;
  const evidence = `${days} days, ${windowsAndDollars}`;
  if (report.hasEvidence !== true) {
    return `No demonstrated skill yet: ${evidence}; at least 7 days and 30 windows are needed.`;
  }
  const figures = `${times(ratio.p50)} (${ratio.p5.toFixed(2)} to ${ratio.p95.toFixed(2)})`;
  if (ratio.p5 > 1) {
    return `Over ${days} days the map placed liquidations ${figures} better than distance alone: ${windowsAndDollars}.`;
  }
  if (ratio.p95 < 1) return `Behind distance alone: ${figures}, ${evidence}.`;
  return `No demonstrated skill yet: ${figures} against distance alone, ${evidence}.`;
}

/** The same by the other definition of what counts, with its sign. */
export function otherSentence({ definition, hasEvidence, ratio }: SkillReport): string {
  const name = definition === 'all' ? 'On all orders' : 'By first passage';
  if (hasEvidence !== true) return `${name}: too little was heard.`;
  const sign = ratio.p95 < 1 ? 'behind it' : ratio.p5 > 1 ? 'ahead of it' : 'no difference shown';
  const interval = `(${ratio.p5.toFixed(2)} to ${ratio.p95.toFixed(2)})`;
  return `${name}: ${times(ratio.p50)} ${interval} against distance alone, ${sign}.`;
}

/** `×1.02`. */
export const times = (ratio: number): string => `×${ratio.toFixed(2)}`;

/** What each forecaster is called. */
const NAMES: Readonly<Record<string, string>> = {
  forecast: 'The map (mixture)',
  distance: 'Distance alone, fitted',
  uniform: 'The same everywhere',
  kernel: 'Member: distance',
  refill: 'Member: distance and last visit',
  refillMap: 'Member: distance, last visit, calibrated map',
  kernelMap: 'Member: distance, calibrated map',
  kernelRefillMap: 'Member: half of each',
  tiersKept: 'Rises of open interest at 10x to 100x, kept',
  tiersRemoved: 'Rises of open interest at 10x to 100x, removed when passed',
  ladder: '10x to 100x at the price',
  volumeProfile: 'Volume of 30 days by price',
};

export const forecasterName = (name: string): string => NAMES[name] ?? name;

/** `12 Jan 14:00`, UTC. */
export function timeText(atMs: number): string {
  const [, date = '', time = ''] = /^\d{4}-(\d\d-\d\d)T(\d\d:\d\d)/.exec(new Date(atMs).toISOString()) ?? [];
  return `${date} ${time}`;
}

/** `3 h 20 min`. */
export function spanText(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) return `${days} d ${hours % 24} h`;
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}
