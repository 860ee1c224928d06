import type { MarketReport } from '../../core/market/market-report.ts';
import { HOUR_MS } from '../../core/market/time.ts';
import type { PanelActions } from './panel-actions.ts';
import type { PanelStore } from './panel-store.ts';
import type { PressGuard } from './press-guard.ts';
import { useTakenOff } from './use-taken-off.ts';
import { useMinute } from './use-minute.ts';
import { freshWarnings, Warnings } from './warnings.tsx';

interface WarningListProps {
  readonly store: PanelStore;
  readonly report: MarketReport;
  readonly decimals: number;
  readonly onSnooze: PanelActions['onSnooze'];
  /** Null where no page is around the panel. */
  readonly guard: PressGuard | null;
}

/** The market's newest warnings that were not taken off the list. */
export function WarningList({ store, report, decimals, onSnooze, guard }: WarningListProps) {
  const takenOff = useTakenOff(store);
  const nowMs = Math.max(report.at, useMinute(store));
  const warnings = freshWarnings(report.warnings ?? [], takenOff, nowMs);
  const onRest = (id: string) => {
    const untilMs = store.getState().nowMs + HOUR_MS;
    store.setState(({ resting }) => ({ resting: [...resting, { id, untilMs }] }));
  };
  return <Warnings {...{ warnings, nowMs, decimals, onSnooze, onRest, guard }} />;
}
