import { say, sayParts, sayStored } from '../../core/i18n/say.ts';
import type { BreakdownReport, LevelReport, MarketReport } from '../../core/market/market-report.ts';
import { SCENARIO_HOURS } from '../../core/report/scenarios.ts';
import { formatPercent, formatPrice, formatTime } from '../ui/format.ts';
import { Sentence } from '../ui/sentence.tsx';
import { breakText } from './break-text.ts';
import { nearEdge, nearestLevel } from './nearest.ts';
import { patternText } from './pattern-text.ts';

interface LevelCardProps {
  /** Prices in the units of the page. */
  readonly report: MarketReport;
  readonly price: number;
  readonly decimals: number;
}

/** The break is judged over a day. */
const HORIZON_HOURS = 24;

/** The newest figures; older ones have seldom anything to say. */
const PATTERNS_SHOWN = 2;

/** The nearest level on each side: its state, and what a break would do where that is known; scenarios and figures. */
export function LevelCard({ report, price, decimals }: LevelCardProps) {
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
            <p title={levelTitle(level)}>
              <b>{levelRange(level, decimals)}</b>{' '}
              <span class="secondary">{formatPercent(nearEdge(level, price) / price - 1, 1, true)}</span>{' '}
              {levelState(level)}
            </p>
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

const levelRange = ({ low, high }: LevelReport, decimals: number): string => {
  const [from, to] = [formatPrice(low, decimals), formatPrice(high, decimals)];
  return from === to ? from : say('range', { low: from, high: to });
};

/** `resistance, touched 5 times, turned back since 5 Jan`; `touched` is the state since the first touch. */
function levelState({ side, touches, state, stateAt }: LevelReport): string {
  // A level that was never closed beyond is what it is since its first touch.
  const isSinceTouch = state === 'touched' && touches > 0;
  const touched =
    stateAt !== null && isSinceTouch
      ? say('level.touches.since', { touches, since: stateAt })
      : say('level.touches', { touches });
  const now =
    stateAt === null || state === 'touched'
      ? say(`level.${state}`)
      : say(`level.${state}.since`, { since: stateAt });
  return [say(`level.${side}`), ...(touches === 0 ? [] : [touched]), now].join(', ');
}

/** Where a level comes from, and since which daily close it is what it is. */
function levelTitle({ sources, stateAt }: LevelReport): string {
  const from = sources.map(levelSource).join(', ');
  // A daily close brings a state, so that its time is the start of the next day.
  return stateAt === null ? from : `${from}. ${say('level.by-close', { time: formatTime(stateAt) })}`;
}

/** A source as the report names it, a code and its figures between blanks, in words. */
function levelSource(source: string): string {
  const [code = '', first = '', second = ''] = source.split(' ');
  const figures = { day: first, price: Number(second || first) };
  return (
    sayStored(`level-source.${code}`, figures) ??
    sayStored(`level-source.${code}.${first}`, figures) ??
    source
  );
}
