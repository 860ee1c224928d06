import { say } from '../../core/i18n/say.ts';
import type { PatternReport } from '../../core/market/market-report.ts';
import { formatPrice } from '../ui/format.ts';

/** `Weekly doji, 11 Jan`; `Double top 9 Dec and 5 Jan, unconfirmed, target 80,600`. */
export function patternText(
  { kind, timeframe, confirmed, at, target, points = [] }: PatternReport,
  decimals: number,
): string {
  if (kind === 'doji') return say(`pattern.doji.${timeframe}`, { at });
  const days = points.length === 0 ? [at] : points.map((point) => point.at);
  const pattern = say(`pattern.${kind}.${confirmed ? 'confirmed' : 'unconfirmed'}`, { days });
  return target === null
    ? pattern
    : say('pattern.target', { pattern, target: formatPrice(target, decimals) });
}
