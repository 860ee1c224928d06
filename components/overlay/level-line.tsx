import type { ComponentChildren } from 'preact';

import { say, sayStored } from '../../core/i18n/say.ts';
import type { LevelReport } from '../../core/market/market-report.ts';
import { formatPercent, formatPrice, formatTime } from '../ui/format.ts';
import { nearEdge } from './nearest.ts';

interface LevelLineProps {
  /** Prices in the units of the page. */
  readonly level: LevelReport;
  readonly price: number;
  readonly decimals: number;
  /** Stands at its end. */
  readonly children?: ComponentChildren;
}

/** Where a level lies, how far from the price, and what it is; where it comes from on hover. */
export const LevelLine = ({ level, price, decimals, children }: LevelLineProps) => (
  <p title={levelTitle(level)}>
    <b>{levelRange(level, decimals)}</b>{' '}
    <span class="secondary">{formatPercent(nearEdge(level, price) / price - 1, 1, true)}</span>{' '}
    {levelState(level)} {children}
  </p>
);

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
