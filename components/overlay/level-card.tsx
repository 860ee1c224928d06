import type { BreakdownReport, LevelReport } from '../../core/market/market-report.ts';
import { formatPercent, formatPrice, formatUsd } from '../ui/format.ts';

interface LevelCardProps {
  readonly levels: readonly LevelReport[];
  readonly breakdown: readonly BreakdownReport[];
  readonly price: number;
  readonly decimals: number;
}

/** The nearest level on each side: its state, and what a break would do where that is known. */
export function LevelCard({ levels, breakdown, price, decimals }: LevelCardProps) {
  const nearest = (side: LevelReport['side']) =>
    levels
      .filter((level) => level.side === side)
      .reduce<LevelReport | null>(
        (best, level) => (best === null || distance(level, price) < distance(best, price) ? level : best),
        null,
      );
  const shown = [nearest('resistance'), nearest('support')].filter((level) => level !== null);
  if (shown.length === 0) return null;
  return (
    <section class="card" aria-label="Key levels">
      {shown.map((level) => {
        const outlook = breakdown.find(({ levelId }) => levelId === level.id);
        return (
          <p key={level.id} title={level.sources.join(', ')}>
            <b>{levelRange(level, decimals)}</b>: {levelState(level)}.
            {outlook !== undefined && <span> {breakSentence(level, outlook, decimals)}</span>}
          </p>
        );
      })}
    </section>
  );
}

const distance = ({ low, high }: LevelReport, price: number): number =>
  Math.max(0, low - price, price - high);

const levelRange = ({ low, high }: LevelReport, decimals: number): string => {
  const [from, to] = [formatPrice(low, decimals), formatPrice(high, decimals)];
  return from === to ? from : `${from} to ${to}`;
};

function levelState({ touches, state }: LevelReport): string {
  const touched = touches === 0 ? '' : touches === 1 ? 'touched once, ' : `touched ${touches} times, `;
  switch (state) {
    case 'untouched':
      return 'not touched yet';
    case 'touched':
      return `${touched}never closed beyond`;
    case 'rejected':
      return `${touched}turned back`;
    case 'closed-beyond':
      return `${touched}closed beyond`;
    case 'reclaimed':
      return `${touched}reclaimed`;
  }
}

function breakSentence(level: LevelReport, outlook: BreakdownReport, decimals: number): string {
  const edge = formatPrice(outlook.direction === 'up' ? level.high : level.low, decimals);
  const { terminal, horizonHours, closeBeyond, touch } = outlook;
  const verb = outlook.direction === 'up' ? 'squeezes' : 'releases';
  const range = `${formatPrice(terminal.p5, decimals)} to ${formatPrice(terminal.p95, decimals)}`;
  return `Break of ${edge} in ${horizonHours} h: ${formatPercent(closeBeyond, 0)} (touch ${formatPercent(touch, 0)}); ${verb} about ${formatUsd(outlook.releasedUsd)}, most likely end ${formatPrice(terminal.p50, decimals)}, ${range} (estimate).`;
}
