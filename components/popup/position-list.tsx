import type { SavedPosition } from '../../core/market/position.ts';
import { VENUE_NAMES, type VenueId } from '../../core/market/venue-id.ts';
import { positionLiquidation } from '../../core/risk/liquidation.ts';
import type { StoredTiers } from '../../core/watch/stored.ts';
import { formatPrice, formatUsd, priceDecimals } from '../ui/format.ts';

interface PositionListProps {
  readonly positions: readonly SavedPosition[];
  readonly selected: string;
  /** Tiers of `tiersBase`; other coins use the built-in table. */
  readonly tiers: StoredTiers;
  readonly tiersBase: string;
  readonly onSelect: (id: string) => void;
  readonly onNew: () => void;
}

/** Saved positions, one line each. */
export function PositionList({ positions, selected, tiers, tiersBase, onSelect, onNew }: PositionListProps) {
  return (
    <section class="positions" aria-label="Saved positions">
      <ul>
        {positions.map((position) => {
          const table = position.base === tiersBase ? tiers[position.venue as VenueId] : undefined;
          const { liquidationPrice } = positionLiquidation(position, { tiers: table ?? null });
          const { unit, value } = position.size;
          const notionalUsd = unit === 'usd' ? value : value * position.entryPrice;
          const decimals = priceDecimals(position.entryPrice, null);
          return (
            <li key={position.id}>
              <button
                type="button"
                class={`position-card ${position.side}`}
                aria-pressed={position.id === selected}
                onClick={() => onSelect(position.id)}
              >
                <span class="swatch" aria-hidden="true" />
                <b>
                  {position.base} {position.side}
                </b>
                <span class="secondary">{VENUE_NAMES[position.venue as VenueId] ?? position.venue}</span>
                <span>{formatUsd(notionalUsd)} USD</span>
                <span class="own">
                  <span class="visually-hidden">liquidation </span>
                  {liquidationPrice === null ? 'none' : formatPrice(liquidationPrice, decimals)}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <button type="button" class="button" onClick={onNew}>
        New position
      </button>
    </section>
  );
}
