import type { ChartState } from '../../core/sites/chart-messages.ts';
import type { TimeFault } from '../../core/sites/time-axis.ts';
import type { PanelPlace } from '../../core/ledger/place.ts';
import { useStore } from '../ui/use-store.ts';
import type { PanelStore } from './panel-store.ts';

interface ChartSwitchProps {
  readonly store: PanelStore;
  readonly onPlace: (place: PanelPlace) => void;
}

const SENTENCES: Readonly<Record<ChartState, string>> = {
  searching: 'No chart here whose scale can be read.',
  loading: 'Waiting for the chart.',
  ready: 'Drawn on the chart’s own scale.',
  mismatch: 'The chart shows another market.',
  unsupported: 'Off: this scale cannot be read for sure.',
  hidden: 'The chart is covered or hidden.',
};

const FAULTS: Readonly<Record<TimeFault, string>> = {
  unread: 'Bands only: the times of this chart cannot be read.',
  uneven: 'Bands only: this chart’s bars are not even in time.',
};

/** Switches the bands and the heat map on the page's chart for this site, and says where they are. */
export function ChartSwitch({ store, onPlace }: ChartSwitchProps) {
  const state = useStore(store, ({ chartState }) => chartState);
  const isOn = useStore(store, ({ place }) => place.chartBands !== false);
  const isHeatOn = useStore(store, ({ place }) => place.chartHeat !== false);
  const fault = useStore(store, ({ timeFault }) => timeFault);
  const turn = (change: Pick<PanelPlace, 'chartBands' | 'chartHeat'>) => {
    const place = { ...store.getState().place, ...change };
    store.setState({ place });
    onPlace(place);
  };
  const sentence = state === 'ready' && isHeatOn && fault !== null ? FAULTS[fault] : SENTENCES[state];
  return (
    <div class="chart-switch segments" data-chart-state={isOn ? state : 'off'}>
      <button type="button" aria-pressed={isOn} onClick={() => turn({ chartBands: !isOn })}>
        On the chart
      </button>
      {isOn && (
        <button type="button" aria-pressed={isHeatOn} onClick={() => turn({ chartHeat: !isHeatOn })}>
          Map in time
        </button>
      )}
      <p class="secondary" role="status">
        {isOn ? sentence : 'Off on this site.'}
      </p>
    </div>
  );
}
