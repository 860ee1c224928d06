import { useState } from 'preact/hooks';

import type { MarketReport } from '../../core/market/market-report.ts';
import type { ChartLine } from '../bands/chart-line.ts';
import { BookSwitch } from './book-switch.tsx';
import { ChartSwitch } from './chart-switch.tsx';
import { LevelCard } from './level-card.tsx';
import { MarketMap } from './market-map.tsx';
import { hasFiguresPlace, type PanelCondition } from './panel-condition.ts';
import type { PanelActions } from './panel-actions.ts';
import type { PanelState, PanelStore } from './panel-store.ts';
import { MarketNotes, Surroundings } from './surroundings.tsx';
import { WarmUp } from './warm-up.tsx';
import { marketWarnings } from './warnings.tsx';

export interface PanelBodyProps {
  readonly store: PanelStore;
  /** Prices in the units of the page. */
  readonly report: MarketReport | null;
  readonly condition: PanelCondition;
  readonly decimals: number;
  readonly multiplier: number;
  readonly theme: PanelState['theme'];
  readonly palette: PanelState['palette'];
  readonly actions: PanelActions;
  /** What comes or goes above other parts of it. */
  readonly layout: string;
}

/** The open panel under its strip. */
export function PanelBody(props: PanelBodyProps) {
  const { store, report, condition } = props;
  const isSupported = hasFiguresPlace(condition);
  const [isPast, setPast] = useState(false);
  return (
    <div class={`panel-body${isPast ? ' past' : ''}`}>
      {isSupported && (
        <>
          <MarketNotes {...{ store, report }} />
          <Figures {...props} onMoment={setPast} />
        </>
      )}
      {isSupported && report !== null && (
        <Surroundings
          store={store}
          report={report}
          decimals={props.decimals}
          warnings={marketWarnings(report.warnings)}
        />
      )}
    </div>
  );
}

const NO_LINES: readonly ChartLine[] = [];

interface FiguresProps extends PanelBodyProps {
  /** A moment of the past is shown, not now. */
  readonly onMoment: (isPast: boolean) => void;
}

function Figures(props: FiguresProps) {
  const { store, report, decimals, actions } = props;
  if (report === null) return <WarmUp warmUp={null} />;
  const { map, price } = report;
  if (map === null || price === null) return <WarmUp warmUp={report.warmUp} />;
  return (
    <>
      {!report.warmUp.done && <WarmUp warmUp={report.warmUp} isBrief />}
      <MarketMap {...props} {...{ report, map, price }} ownLines={NO_LINES} />
      <LevelCard {...{ report, price, decimals }} />
      <ChartSwitch store={store} onPlace={actions.onPlace} />
      <BookSwitch store={store} onPlace={actions.onPlace} />
    </>
  );
}
