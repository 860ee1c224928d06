import type { MarketReport } from '../../core/market/market-report.ts';
import { useStore } from '../ui/use-store.ts';
import type { PanelActions } from './panel-actions.ts';
import type { PanelStore } from './panel-store.ts';
import { useMinute } from './use-minute.ts';
import { freshWarnings, Warnings } from './warnings.tsx';

interface WarningListProps {
  readonly store: PanelStore;
  readonly report: MarketReport;
  readonly decimals: number;
  readonly onSnooze: PanelActions['onSnooze'];
}

/** The market's newest warnings that were not taken off the list. */
export function WarningList({ store, report, decimals, onSnooze }: WarningListProps) {
  const dismissed = useStore(store, (state) => state.dismissed);
  const nowMs = Math.max(report.at, useMinute(store));
  const warnings = freshWarnings(report.warnings ?? [], dismissed, nowMs);
  return <Warnings {...{ warnings, nowMs, decimals, onSnooze }} />;
}
