import { say } from '../../core/i18n/say.ts';
import type { ChartState } from '../../core/sites/chart-messages.ts';
import type { PanelPlace } from '../../core/ledger/place.ts';
import { useStore } from '../ui/use-store.ts';
import type { PanelStore } from './panel-store.ts';

interface ChartSwitchProps {
  readonly store: PanelStore;
  readonly onPlace: (place: PanelPlace) => void;
}

/** What the chart tells in these cannot be drawn on, whatever is wanted. */
const isDrawable = (state: ChartState): boolean => state !== 'searching' && state !== 'unsupported';

/** Switches the bands and the heat map on the page's chart for this site, and says where they are. */
export function ChartSwitch({ store, onPlace }: ChartSwitchProps) {
  const state = useStore(store, ({ chartState }) => chartState);
  const isOn = useStore(store, ({ place }) => place.chartBands !== false);
  const isHeatOn = useStore(store, ({ place }) => place.chartHeat !== false);
  const fault = useStore(store, ({ timeFault }) => timeFault);
  const dots = useStore(store, (panel) => panel.dots);
  const turn = (change: Pick<PanelPlace, 'chartBands' | 'chartHeat'>) => {
    const place = { ...store.getState().place, ...change };
    store.setState({ place });
    onPlace(place);
  };
  const isShown = isOn && isDrawable(state);
  const told = state === 'ready' && isHeatOn && fault !== null ? fault : state;
  return (
    <div class="chart-switch segments" data-chart-state={isOn ? state : 'off'}>
      <button
        type="button"
        aria-pressed={isShown}
        disabled={isOn && !isShown}
        onClick={() => turn({ chartBands: !isOn })}
      >
        {say('chart.on')}
      </button>
      {isShown && (
        <button
          type="button"
          title={dots === 'none' ? undefined : say(`chart.dots.${dots}`)}
          aria-pressed={isHeatOn}
          onClick={() => turn({ chartHeat: !isHeatOn })}
        >
          {say('chart.heat')}
        </button>
      )}
      <p class="secondary" role="status">
        {say(`chart.${isOn ? told : 'off'}`)}
      </p>
    </div>
  );
}
