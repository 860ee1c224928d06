import type { PatternReport } from '../../core/market/market-report.ts';
import { formatDay, formatPrice } from '../ui/format.ts';

/** `Weekly doji, 11 Jan`; `Double top 9 Dec and 5 Jan, unconfirmed, target 80,600`. */
export function patternText(pattern: PatternReport, decimals: number): string {
  const { kind, timeframe, confirmed, at, target, points = [] } = pattern;
  if (kind === 'doji') return `${timeframe === 'week' ? 'Weekly' : 'Daily'} doji, ${formatDay(at)}`;
  const days = points.map((point) => formatDay(point.at)).join(' and ') || formatDay(at);
  const name = kind === 'double-top' ? 'Double top' : 'Double bottom';
  const goal = target === null ? '' : `, target ${formatPrice(target, decimals)}`;
  return `${name} ${days}, ${confirmed ? 'confirmed' : 'unconfirmed'}${goal}`;
}
