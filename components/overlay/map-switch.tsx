import type { MapView } from '../bands/band-rows.ts';

interface MapSwitchProps {
  readonly view: MapView;
  readonly span: number;
  /** Share of open interest whose liquidation prices are known, 0 to 1. */
  readonly knownShare: number;
  readonly onView: (view: MapView) => void;
  readonly onSpan: (span: number) => void;
}

const VIEWS = [
  ['exposure', 'Exposure'],
  ['forced', 'Forced'],
] as const;

const SPANS = [0.05, 0.12, 0.25] as const;

const SENTENCES: Readonly<Record<MapView, string>> = {
  exposure: 'Estimate: USD that breaks here if nobody acts.',
  forced: 'Estimate: USD expected to be force-closed here.',
};

/** A smaller known share goes without saying. */
const LEAST_SHOWN = 0.01;

/** Which of the two maps is drawn, how far it reaches, and what it is in one sentence. */
export function MapSwitch({ view, span, knownShare, onView, onSpan }: MapSwitchProps) {
  return (
    <div class="map-switch">
      <div class="switch-row">
        <div class="segments" role="group" aria-label="Map">
          {VIEWS.map(([id, label]) => (
            <button
              type="button"
              key={id}
              aria-pressed={view === id}
              title={SENTENCES[id]}
              onClick={() => onView(id)}
            >
              {label}
            </button>
          ))}
        </div>
        <div class="segments" role="group" aria-label="Range around the price">
          {SPANS.map((choice) => (
            <button type="button" key={choice} aria-pressed={span === choice} onClick={() => onSpan(choice)}>
              ±{choice * 100}%
            </button>
          ))}
        </div>
      </div>
      <p class="secondary">
        {SENTENCES[view]}
        {view === 'exposure' &&
          knownShare >= LEAST_SHOWN &&
          ` ${Math.round(100 * knownShare)} % of it is known.`}
      </p>
    </div>
  );
}
