import { say } from '../../core/i18n/say-own.ts';
import type { ClusterReport } from '../../core/market/market-report.ts';
import { ClusterTable } from '../bands/cluster-table.tsx';
import { formatPrice, formatUsdExact } from '../ui/format.ts';
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
      <Section title={say('path.title')} figure={say('section.no-map')}>
        {say('section.no-map.about')}
      </Section>
    );
  const { clusters, inside, carriedBy, exposureUsd, forcedUsd } = path;
  const side =
    clusters[0]?.side ?? (liquidation.liquidationPrice < (figures.price ?? Infinity) ? 'long' : 'short');
  const edges = ({ low, high }: ClusterReport) => ({
    low: formatPrice(low, decimals),
    high: formatPrice(high, decimals),
  });
  return (
    <Section
      title={say('path.title')}
      figure={say('path.figure', { clusters: clusters.length, usd: exposureUsd })}
      isOpen
    >
      <p title={formatUsdExact(exposureUsd)}>{say(`path.${side}`, { exposureUsd, forcedUsd })}</p>
      {inside !== null && <p class="notice warn">{say(`path.inside.${inside.side}`, edges(inside))}</p>}
      {carriedBy?.cascade != null && (
        <p class="notice warn">
          {say('path.carried', {
            ...edges(carriedBy),
            price: formatPrice(carriedBy.cascade.terminal.p50, decimals),
          })}
        </p>
      )}
      {carriedBy === null && clusters.some(({ cascade }) => cascade !== null) && (
        <p>{say('path.not-carried')}</p>
      )}
      <ClusterTable clusters={clusters} view="exposure" decimals={decimals} />
    </Section>
  );
}
