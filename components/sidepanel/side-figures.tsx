import type { MarketReport } from '../../core/market/market-report.ts';
import { ClusterTable } from '../bands/cluster-table.tsx';
import { LevelCard } from '../overlay/level-card.tsx';
import { ListeningQuestion } from '../overlay/listening-question.tsx';
import type { PanelActions } from '../overlay/panel-actions.ts';
import type { PanelStore } from '../overlay/panel-store.ts';
import { Surroundings } from '../overlay/surroundings.tsx';
import { useStore } from '../ui/use-store.ts';

interface SideFiguresProps {
  readonly store: PanelStore;
  /** Prices in the units of the page. */
  readonly report: MarketReport;
  readonly decimals: number;
  readonly actions: Pick<PanelActions, 'onListeningOptions' | 'onListenToOwnPages'>;
}

/** What is known of the market besides its map: clusters, levels, context, past warnings, sources. */
export function SideFigures({ store, report, decimals, actions }: SideFiguresProps) {
  const view = useStore(store, (state) => state.mapChoices.map);
  const listening = useStore(store, (state) => state.listening);
  const { map, price, clusters } = report;
  return (
    <div class="panel-body side-figures">
      {map !== null && price !== null && (
        <>
          <ClusterTable {...{ clusters, view, decimals }} />
          <LevelCard {...{ report, price, decimals }} />
        </>
      )}
      <Surroundings {...{ store, report, decimals }} />
      <ListeningQuestion
        listening={listening}
        onOptions={actions.onListeningOptions}
        onOwnPages={actions.onListenToOwnPages}
      />
    </div>
  );
}
