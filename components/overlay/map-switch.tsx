import { say } from '../../core/i18n/say.ts';
import { MAP_KINDS, type MapKind } from '../../core/market/map-window.ts';
import { Segments } from '../ui/segments.tsx';

interface MapSwitchProps {
  readonly view: MapKind;
  readonly span: number;
  /** Share of open interest whose liquidation prices are known, 0 to 1. */
  readonly knownShare: number;
  readonly onView: (view: MapKind) => void;
  readonly onSpan: (span: number) => void;
}

const SPANS = [0.05, 0.12, 0.25] as const;

/** A smaller known share goes without saying. */
const LEAST_SHOWN = 0.01;

/** Which of the two maps is drawn, how far it reaches, and what it is in one sentence. */
export function MapSwitch({ view, span, knownShare, onView, onSpan }: MapSwitchProps) {
  return (
    <div class="map-switch">
      <div class="switch-row">
        <Segments
          label={say('map.kind')}
          choices={MAP_KINDS.map((id) => [id, say(`map.${id}`), say(`map.${id}.about`)] as const)}
          chosen={view}
          onChoose={onView}
        />
        <div class="segments" role="group" aria-label={say('map.reach')}>
          {SPANS.map((choice) => (
            <button type="button" key={choice} aria-pressed={span === choice} onClick={() => onSpan(choice)}>
              ±{choice * 100}%
            </button>
          ))}
        </div>
      </div>
      <p class="secondary">
        {say(`map.${view}.about`)}
        {view === 'exposure' && knownShare >= LEAST_SHOWN && ` ${say('map.known', { share: knownShare })}`}
      </p>
    </div>
  );
}
