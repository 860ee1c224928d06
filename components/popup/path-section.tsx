import type { ClusterReport } from '../../core/market/market-report.ts';
import { ClusterTable } from '../bands/cluster-table.tsx';
import { formatPrice, formatUsd, formatUsdExact } from '../ui/format.ts';
import type { PositionFigures } from './position-figures.ts';
import { Section } from './section.tsx';

interface PathSectionProps {
  readonly figures: PositionFigures;
  /** For a glance. */
  readonly decimals: number;
}

/** What stands between the price and the liquidation, and what it would set off. */
export function PathSection({ figures, decimals }: PathSectionProps) {
  const { path, liquidation } = figures.answer;
  if (liquidation.liquidationPrice === null) return null;
  if (path === null)
    return (
      <Section title="What lies between" figure="no map yet">
        The map of this coin is not loaded.
      </Section>
    );
  const { clusters, inside, carriedBy, exposureUsd, forcedUsd } = path;
  const side =
    clusters[0]?.side ?? (liquidation.liquidationPrice < (figures.price ?? Infinity) ? 'long' : 'short');
  const count = clusters.length === 1 ? '1 cluster' : `${clusters.length || 'no'} clusters`;
  const edges = ({ low, high }: ClusterReport) =>
    `${formatPrice(low, decimals)} to ${formatPrice(high, decimals)}`;
  return (
    <Section title="What lies between" figure={`${count}, ${formatUsd(exposureUsd)} USD`} isOpen>
      <p title={formatUsdExact(exposureUsd)}>
        {formatUsd(exposureUsd)} of {side}s would break on the way if nobody acted; {formatUsd(forcedUsd)} are
        expected to be force-closed. Estimates.
      </p>
      {inside !== null && (
        <p class="notice warn">
          The liquidation stands inside a cluster of {inside.side}s from {edges(inside)}.
        </p>
      )}
      {carriedBy?.cascade != null && (
        <p class="notice warn">
          After a break of the cluster from {edges(carriedBy)} forced orders would most likely carry the price
          to {formatPrice(carriedBy.cascade.terminal.p50, decimals)}, past the liquidation.
        </p>
      )}
      {carriedBy === null && clusters.some(({ cascade }) => cascade !== null) && (
        <p>
          Forced orders on the way are not likely to carry the price to the liquidation by themselves; the
          move may go on without them.
        </p>
      )}
      <ClusterTable clusters={clusters} view="exposure" decimals={decimals} />
    </Section>
  );
}
