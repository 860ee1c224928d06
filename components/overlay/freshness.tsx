import { useMemo } from 'preact/hooks';

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

/** The age of the figures; the only part of the panel that is drawn anew each second. */
export function Freshness({ store, report, condition }: FreshnessProps) {
  const atMs = report === null ? null : isStale(condition) ? figuresAt(report) : pricedAtOf(report);
  const age = useStore(store, ({ nowMs }) => (atMs === null ? null : formatAge(nowMs - atMs)));
  const time = useMemo(() => (atMs === null ? '' : formatTime(atMs)), [atMs]);
  if (age === null) return null;
  const [tone, name] = isStale(condition)
    ? ['bad', 'Stale']
    : condition === 'live'
      ? ['good', 'Live']
      : ['warn', 'Warming up'];
  return (
    <span class="freshness" title={`${name}: last figures ${time}`}>
      <span class={`freshness-dot ${tone}`} aria-hidden="true" />
      <span class="visually-hidden">{name}, </span>
      {tone === 'bad' ? `${age} old` : age}
    </span>
  );
}
