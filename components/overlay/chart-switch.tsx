import type { ChartState } from '../../core/sites/chart-messages.ts';
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

/** Switches the bands on the page's chart for this site, and says where they are. */
export function ChartSwitch({ store, onPlace }: ChartSwitchProps) {
  const state = useStore(store, ({ chartState }) => chartState);
  const isOn = useStore(store, ({ place }) => place.chartBands !== false);
  const turn = () => {
    const place = { ...store.getState().place, chartBands: !isOn };
    store.setState({ place });
    onPlace(place);
  };
  return (
    <div class="chart-switch segments" data-chart-state={isOn ? state : 'off'}>
      <button type="button" aria-pressed={isOn} onClick={turn}>
        On the chart
      </button>
      <p class="secondary" role="status">
        {isOn ? SENTENCES[state] : 'Off on this site.'}
      </p>
    </div>
  );
}
