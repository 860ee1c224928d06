import type { ComponentChildren } from 'preact';

import { say } from '../../core/i18n/say.ts';
import type { MapChoices } from '../../core/ledger/settings/map-choices.ts';
import { MAP_KINDS } from '../../core/market/map-window.ts';
import type { MarketReport } from '../../core/market/market-report.ts';
import { Segments } from '../ui/segments.tsx';

interface MapHeadProps {
  readonly report: Pick<MarketReport, 'publicPositions' | 'openInterest'>;
  readonly choices: MapChoices;
  readonly onChoose: (change: Partial<MapChoices>) => void;
  /** How far it reaches. */
  readonly children: ComponentChildren;
}

const FORMS = ['bands', 'heat'] as const;

/** A smaller known share goes without saying. */
const LEAST_SHOWN = 0.01;

/** Bands or the map in time, how far it reaches, which of the two maps it is, and in what it counts. */
export function MapHead({ report, choices, onChoose, children }: MapHeadProps) {
  const kind = choices.map;
  const share = knownShareOf(report);
  const isKnown = kind === 'exposure' && share >= LEAST_SHOWN;
  const about = [say(`map.${kind}.about`), ...(isKnown ? [say('map.known', { share })] : [])].join(' ');
  return (
    <div class="map-head">
      <Segments
        label={say('map.form')}
        choices={FORMS.map((id) => [id, say(`map.${id}`)] as const)}
        chosen={choices.form}
        onChoose={(form) => onChoose({ form })}
      />
      {children}
      <Segments
        label={say('map.kind')}
        choices={MAP_KINDS.map((id) => [id, say(`map.${id}`), say(`map.${id}.about`)] as const)}
        chosen={kind}
        onChoose={(map) => onChoose({ map })}
      />
      <p class="secondary" title={about}>
        <span class="visually-hidden">{about}</span>
        <span aria-hidden="true">{isKnown ? say('map.unit.known', { share }) : say('map.unit')}</span>
      </p>
    </div>
  );
}

/** Share of both sides' open interest that stands in the map as its venue shows it, 0 to 1. */
function knownShareOf({ publicPositions, openInterest }: MapHeadProps['report']): number {
  if (publicPositions === undefined || !openInterest.usd) return 0;
  return (publicPositions.longUsd + publicPositions.shortUsd) / (2 * openInterest.usd);
}
