import { say } from '../../core/i18n/say.ts';
import type { BreakdownReport, LevelReport } from '../../core/market/market-report.ts';

/**
 * The risk of one break in words with its three factors: the chance of a daily close beyond, the dollars released
 * within one average true range beyond, and the amplification; where moves end, and the chance of a touch.
 */
export function breakText({ low, high }: LevelReport, breakdown: BreakdownReport): string {
  const { direction, moveEnds, terminal, touch } = breakdown;
  return [
    say(`break.close.${direction}`, { ...breakdown, edge: direction === 'down' ? low : high }),
    say('break.carry', { ...breakdown, ...terminal }),
    ...(moveEnds === undefined ? [] : [say('break.ends', moveEnds)]),
    say(`break.expected.${direction}`, breakdown),
    say('break.touch', { touch }),
  ].join(' ');
}
