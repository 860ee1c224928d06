import type { NoLiquidationReason } from '../../core/risk/liquidation.ts';
import type { SavedPosition } from '../../core/market/position.ts';
import { VENUE_NAMES, type VenueId } from '../../core/market/venue-id.ts';
import { formatPercent, formatPrice, formatTime, formatUsd, formatUsdExact } from '../ui/format.ts';
import type { Between, PositionFigures } from './position-figures.ts';

interface ResultsProps {
  readonly position: SavedPosition;
  readonly figures: PositionFigures;
  readonly decimals: number;
}

/** Where the position liquidates, how far that is, by which tier, and what lies in between. */
export function Results({ position, figures, decimals }: ResultsProps) {
  const { liquidation, distance, between } = figures;
  return (
    <section class="results" aria-label="Results">
      <p class="result-main">
        <span>Liquidation{liquidation.estimate ? ' (estimate)' : ''}</span>
        <b>
          {liquidation.liquidationPrice === null
            ? 'none'
            : formatPrice(liquidation.liquidationPrice, decimals)}
        </b>
      </p>
      {liquidation.reason !== null && <p class="notice">{REASONS[liquidation.reason]}</p>}
      {liquidation.immediate && <p class="notice bad">At this price the venue would close it at once.</p>}
      <dl>
        <Row label="Bankruptcy" value={formatPrice(liquidation.bankruptcyPrice, decimals)} />
        {distance !== null && (
          <Row
            label="Distance"
            value={`${formatPercent(distance.fraction, 1, true)} · ${formatPrice(distance.usd, decimals)} USD${distance.atr === null ? '' : ` · ${distance.atr.toFixed(1)} ATR`}`}
          />
        )}
        <Row
          label="Position"
          value={`${formatUsd(figures.notionalUsd)} USD, margin ${formatUsd(liquidation.marginUsd)} USD`}
          {...(liquidation.marginUsd === null ? {} : { title: formatUsdExact(liquidation.marginUsd) })}
        />
        {figures.profitUsd !== null && (
          <Row label="Profit now" value={`${formatUsd(figures.profitUsd)} USD`} />
        )}
        <Tier position={position} figures={figures} />
        {liquidation.alternative !== null && (
          <Row
            label={liquidation.alternative.name}
            value={formatPrice(liquidation.alternative.liquidationPrice, decimals)}
          />
        )}
        {between !== null && <BetweenRow between={between} side={position.side} />}
      </dl>
    </section>
  );
}

const REASONS: Readonly<Record<NoLiquidationReason, string>> = {
  'fully-backed': 'The margin covers any loss: it cannot be liquidated.',
  'no-wallet-balance': 'A cross position needs the balance behind it.',
  'unknown-venue': 'The formula of this venue is not known.',
  'invalid-position': 'Size, price and margin must be more than zero.',
};

interface RowProps {
  readonly label: string;
  readonly value: string;
  readonly title?: string;
}

const Row = ({ label, value, title }: RowProps) => (
  <div {...(title === undefined ? {} : { title })}>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
);

/** Which maintenance rate was used, from which table and of when. */
function Tier({
  position,
  figures,
}: {
  readonly position: SavedPosition;
  readonly figures: PositionFigures;
}) {
  const { tier, tiersUsed } = figures.liquidation;
  if (tier === null || tiersUsed === null) return null;
  const venue = VENUE_NAMES[position.venue as VenueId];
  const date = new Date(tiersUsed.atMs).toISOString().slice(0, 10);
  const table = tiersUsed.generic
    ? `stand-in table of ${date}`
    : tiersUsed.source === 'venue'
      ? `${venue}'s table of ${date}`
      : `built-in ${venue} table of ${date}`;
  return (
    <Row
      label="Tier"
      value={`${formatPercent(tier.maintenanceRate, 2)} maintenance, up to ${tier.maxLeverage}×; ${table}`}
      title={`Read ${formatTime(tiersUsed.atMs)}`}
    />
  );
}

interface BetweenRowProps {
  readonly between: Between;
  readonly side: SavedPosition['side'];
}

function BetweenRow({ between, side }: BetweenRowProps) {
  const { clusters, exposureUsd, forcedUsd } = between;
  const count =
    clusters.length === 0
      ? 'no cluster'
      : clusters.length === 1
        ? '1 cluster'
        : `${clusters.length} clusters`;
  const dollars = `${formatUsd(exposureUsd)} of ${side}s if nobody acts, ${formatUsd(forcedUsd)} expected`;
  return (
    <Row label="In between" value={`${count}; ${dollars} (estimates)`} title={formatUsdExact(exposureUsd)} />
  );
}
