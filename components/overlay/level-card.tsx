import type { ComponentChildren } from 'preact';

import { say, sayParts } from '../../core/i18n/say.ts';
import type { BreakdownReport, LevelReport, MarketReport } from '../../core/market/market-report.ts';
import { SCENARIO_HOURS } from '../../core/report/scenarios.ts';
import { formatPercent, formatPrice } from '../ui/format.ts';
import { Sentence } from '../ui/sentence.tsx';
import { breakText } from './break-text.ts';
import { LevelLine } from './level-line.tsx';
import { nearestLevel } from './nearest.ts';
import { patternText } from './pattern-text.ts';

interface LevelCardProps {
  /** Prices in the units of the page. */
  readonly report: Pick<MarketReport, 'levels' | 'breakdown' | 'patterns' | 'scenarios'>;
  readonly price: number;
  readonly decimals: number;
  /** Stands behind a level's line. */
  readonly after?: (level: LevelReport) => ComponentChildren;
}

/** The break is judged over a day. */
const HORIZON_HOURS = 24;

/** The newest figures; older ones have seldom anything to say. */
const PATTERNS_SHOWN = 2;

/** The nearest level on each side: its state, and what a break would do where that is known; scenarios and figures. */
export function LevelCard({ report, price, decimals, after }: LevelCardProps) {
  const { levels, breakdown, patterns, scenarios } = report;
  const shown = [nearestLevel(levels, price, 'up'), nearestLevel(levels, price, 'down')].filter(
    (level) => level !== null,
  );
  const paths = (['up', 'down'] as const).flatMap((direction) => {
    const scenario = scenarios[direction];
    return scenario === null ? [] : [{ direction, scenario }];
  });
  if (shown.length + paths.length + patterns.length === 0) return null;
  return (
    <section class="card" aria-label={say('levels')}>
      {shown.map((level) => {
        const risk = breakdown.find(
          ({ levelId, horizonHours }) => levelId === level.id && horizonHours === HORIZON_HOURS,
        );
        return (
          <div key={level.id} class="level">
            <LevelLine {...{ level, price, decimals }}>{after?.(level)}</LevelLine>
            {risk !== undefined && <BreakRisk {...{ level, risk, decimals }} />}
          </div>
        );
      })}
      {paths.map(({ direction, scenario: { trigger, target, probability } }) => (
        <p key={direction}>
          <Sentence
            parts={sayParts(`path.${direction}`, {
              trigger: formatPrice(trigger, decimals),
              target: formatPrice(target, decimals),
              chance: formatPercent(probability, 0),
              within: say('path.within', { days: SCENARIO_HOURS / 24 }),
            })}
            marks={{ within: secondary }}
          />
        </p>
      ))}
      {patterns.length > 0 && (
        <p class="secondary">
          {patterns
            .slice(0, PATTERNS_SHOWN)
            .map((pattern) => patternText(pattern, decimals))
            .join(' · ')}
        </p>
      )}
    </section>
  );
}

interface BreakRiskProps {
  readonly level: LevelReport;
  readonly risk: BreakdownReport;
  readonly decimals: number;
}

/** Chance times dollars times amplification, and where forced orders would carry it; the rest on hover. */
function BreakRisk({ level, risk, decimals }: BreakRiskProps) {
  const { direction, closeBeyond, releasedUsd, amplification, expectedForcedUsd, terminal } = risk;
  const interval = { low: formatPrice(terminal.p5, decimals), high: formatPrice(terminal.p95, decimals) };
  return (
    <p title={breakText(level, risk)}>
      <Sentence
        parts={sayParts(`break.${direction}`, {
          edge: formatPrice(direction === 'up' ? level.high : level.low, decimals),
          hours: HORIZON_HOURS,
          chance: formatPercent(closeBeyond, 0),
          released: releasedUsd,
          amplification,
          forced: expectedForcedUsd,
          carry: formatPrice(terminal.p50, decimals),
          interval: say('break.interval', interval),
        })}
        marks={{ chance: bold, forced: bold, interval: secondary }}
      />
    </p>
  );
}

const bold = (text: string) => <b>{text}</b>;
const secondary = (text: string) => <span class="secondary">{text}</span>;
