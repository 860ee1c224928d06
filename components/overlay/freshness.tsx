import { useMemo } from 'preact/hooks';

import { say } from '../../core/i18n/say.ts';
import { pricedAtOf, type QuotedReport } from '../../core/report/with-quote.ts';
import { formatAge, formatTime } from '../ui/format.ts';
import { useStore } from '../ui/use-store.ts';
import { figuresAt, isStale, type PanelCondition } from './panel-condition.ts';
import type { PanelStore } from './panel-store.ts';

interface FreshnessProps {
  readonly store: PanelStore;
  readonly report: QuotedReport | null;
  readonly condition: PanelCondition;
}

const TONES = { stale: 'bad', live: 'good', 'warming-up': 'warn' } as const;

/** The age of the figures; the only part of the panel that is drawn anew each second. */
export function Freshness({ store, report, condition }: FreshnessProps) {
  const atMs = report === null ? null : isStale(condition) ? figuresAt(report) : pricedAtOf(report);
  const age = useStore(store, ({ nowMs }) => (atMs === null ? null : formatAge(nowMs - atMs)));
  const time = useMemo(() => (atMs === null ? '' : formatTime(atMs)), [atMs]);
  if (age === null) return null;
  const state = isStale(condition) ? 'stale' : condition === 'live' ? 'live' : 'warming-up';
  const name = say(`freshness.${state}`);
  return (
    <span class="freshness" title={say('freshness.about', { name, time })}>
      <span class={`freshness-dot ${TONES[state]}`} aria-hidden="true" />
      <span class="visually-hidden">{name}, </span>
      {state === 'stale' ? say('freshness.old', { age }) : age}
    </span>
  );
}
