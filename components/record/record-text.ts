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
