import { say } from '../../core/i18n/say-own.ts';
import type { MarketReport } from '../../core/market/market-report.ts';
import { ClusterTable } from '../bands/cluster-table.tsx';
import { LevelCard } from '../overlay/level-card.tsx';
import { ListeningQuestion } from '../overlay/listening-question.tsx';
import type { PanelActions } from '../overlay/panel-actions.ts';
import type { PanelStore } from '../overlay/panel-store.ts';
import { Surroundings } from '../overlay/surroundings.tsx';
import { useStore } from '../ui/use-store.ts';
import { BellButton } from './bell-button.tsx';
import { bandText } from './bell-list.tsx';
import type { Bells } from './use-bells.ts';

interface SideFiguresProps {
  readonly store: PanelStore;
  /** Prices in the units of the page. */
  readonly report: MarketReport;
  readonly decimals: number;
  readonly onBell: Bells['hang'];
  readonly actions: Pick<PanelActions, 'onListeningOptions' | 'onListenToOwnPages'>;
}

/** What is known of the market besides its map: clusters, levels, context, past warnings, sources. */
export function SideFigures({ store, report, decimals, onBell, actions }: SideFiguresProps) {
  const view = useStore(store, (state) => state.mapChoices.map);
  const listening = useStore(store, (state) => state.listening);
  const { map, price, clusters } = report;
  const bellOn = (place: 'cluster' | 'level') =>
    function Hang({ low, high }: { readonly low: number; readonly high: number }) {
      const label = say(`bells.hang.${place}`, { band: bandText(low, high, decimals) });
      return <BellButton label={label} onClick={() => onBell(place, low, high)} />;
    };
  return (
    <div class="panel-body side-figures">
      {map !== null && price !== null && (
        <>
          <ClusterTable {...{ clusters, view, decimals }} after={bellOn('cluster')} />
          <LevelCard {...{ report, price, decimals }} after={bellOn('level')} />
        </>
      )}
      <Surroundings {...{ store, report, decimals }} warnings={report.warnings ?? []} />
      <ListeningQuestion
        listening={listening}
        onOptions={actions.onListeningOptions}
        onOwnPages={actions.onListenToOwnPages}
      />
    </div>
  );
}
