import type { MapChoices } from '../../core/ledger/settings/map-choices.ts';
import { say } from '../../core/i18n/say.ts';
import { DISTANCE_TIERS, type DistanceTier } from '../../core/market/map-window.ts';
import { VENUE_NAMES, type VenueId } from '../../core/market/venue-id.ts';
import { DEFAULT_THRESHOLD, type Shading } from '../../core/report/heat-map/shade.ts';
import { Segments } from '../ui/segments.tsx';
import { Threshold } from './threshold.tsx';

interface HeatFiltersProps {
  readonly choices: MapChoices;
  readonly onChoose: (change: Partial<MapChoices>) => void;
  /** Venues whose own map may be drawn. */
  readonly venues: readonly VenueId[];
  /** Of what is in view; null while nothing is. */
  readonly shading: Shading | null;
}

/** What is drawn of a map: which cells are bright, which are left out, and whose they are. */
export function HeatFilters({ choices, onChoose, venues, shading }: HeatFiltersProps) {
  const isWhole =
    choices.tiers.length === DISTANCE_TIERS.length &&
    choices.low === DEFAULT_THRESHOLD.low &&
    choices.high === DEFAULT_THRESHOLD.high &&
    choices.venue === 'all';
  const turn = (tier: DistanceTier) => {
    const isOn = choices.tiers.includes(tier);
    onChoose({ tiers: DISTANCE_TIERS.filter((one) => (one === tier ? !isOn : choices.tiers.includes(one))) });
  };
  return (
    <details class="fold heat-filters">
      <summary>{isWhole ? say('heat.filters') : say('heat.filters.on')}</summary>
      <div class="heat-row">
        <Segments
          label={say('heat.bright')}
          choices={(['dollars', 'outstanding'] as const).map((id) => [id, say(`heat.bright.${id}`)] as const)}
          chosen={choices.bright}
          onChoose={(bright) => onChoose({ bright })}
        />
        <Segments
          label={say('heat.scale')}
          choices={(['sides', 'viridis'] as const).map((id) => [id, say(`heat.scale.${id}`)] as const)}
          chosen={choices.scale}
          onChoose={(scale) => onChoose({ scale })}
        />
        <select
          aria-label={say('heat.venue')}
          value={choices.venue}
          onChange={({ currentTarget }) =>
            onChoose({ venue: venues.find((id) => id === currentTarget.value) ?? 'all' })
          }
        >
          <option value="all">{say('heat.venue.all')}</option>
          {venues.map((id) => (
            <option key={id} value={id}>
              {VENUE_NAMES[id]}
            </option>
          ))}
        </select>
      </div>
      <div class="segments" role="group" aria-label={say('heat.tiers')} title={say('heat.tiers')}>
        {DISTANCE_TIERS.map((tier) => (
          <button
            type="button"
            key={tier}
            aria-pressed={choices.tiers.includes(tier)}
            onClick={() => turn(tier)}
          >
            {say(`heat.tier.${tier}`)}
          </button>
        ))}
      </div>
      <Threshold
        low={choices.low}
        high={choices.high}
        bright={choices.bright}
        shading={shading}
        onChange={(change) => onChoose(change)}
      />
    </details>
  );
}
