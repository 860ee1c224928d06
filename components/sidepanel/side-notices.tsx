import type { MarketReport } from '../../core/market/market-report.ts';
import { Notices } from '../overlay/notices.tsx';
import type { PanelActions } from '../overlay/panel-actions.ts';
import type { PanelCondition } from '../overlay/panel-condition.ts';
import type { PanelStore } from '../overlay/panel-store.ts';
import { useStore } from '../ui/use-store.ts';

interface SideNoticesProps {
  readonly store: PanelStore;
  readonly report: MarketReport | null;
  readonly condition: PanelCondition;
  readonly base: string;
  readonly actions: PanelActions;
}

/** What is wrong and what happens next. */
export function SideNotices({ store, report, condition, base, actions }: SideNoticesProps) {
  const clockOffsetMs = useStore(store, (state) => state.clockOffsetMs);
  const refused = useStore(store, (state) => state.refused);
  return (
    <Notices
      {...{ condition, base, clockOffsetMs, refused }}
      hasFigures={report?.price != null}
      sources={report?.sources ?? []}
      storage={report?.storage ?? []}
      chartButton={null}
      onPermission={actions.onPermission}
      onHosts={actions.onHosts}
      onRefresh={actions.onRefresh}
    />
  );
}
