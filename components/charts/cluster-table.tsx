import type { ClusterReport, Quantiles } from '../../core/market/market-report.ts';
import type { MapView } from './band-rows.ts';
import { formatPercent, formatPrice, formatUsd, formatUsdExact, formatUsdRange } from '../ui/format.ts';

interface ClusterTableProps {
  readonly clusters: readonly ClusterReport[];
  readonly view: MapView;
  readonly decimals: number;
}

const SHOWN = 3;

/** The three nearest clusters above and below the price, the highest first. */
export function ClusterTable({ clusters, view, decimals }: ClusterTableProps) {
  const nearest = (side: ClusterReport['side']) =>
    clusters
      .filter((cluster) => cluster.side === side)
      .sort((a, b) => Math.abs(a.distance) - Math.abs(b.distance))
      .slice(0, SHOWN);
  const shown = [...nearest('short').toReversed(), ...nearest('long')];
  if (shown.length === 0) return null;
  const hasTouch = shown.some(({ touch }) => touch !== null);
  return (
    <table class="clusters">
      <caption class="visually-hidden">Nearest clusters above and below the price, estimates in USD</caption>
      <thead>
        <tr>
          <th scope="col">Nearest clusters</th>
          <th scope="col" title="Middle estimate, and p10 to p90">
            USD (estimate)
          </th>
          <th scope="col">Away</th>
          {hasTouch && (
            <th scope="col" title="Chance that the price touches the near edge within 24 hours">
              24 h
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {shown.map((cluster) => (
          <ClusterRow key={cluster.id} {...{ cluster, view, decimals, hasTouch }} />
        ))}
      </tbody>
    </table>
  );
}

interface ClusterRowProps {
  readonly cluster: ClusterReport;
  readonly view: MapView;
  readonly decimals: number;
  readonly hasTouch: boolean;
}

function ClusterRow({ cluster, view, decimals, hasTouch }: ClusterRowProps) {
  const { side, low, high, distance, touch, cascade } = cluster;
  const usd = view === 'exposure' ? cluster.exposureUsd : cluster.forcedUsd;
  const end = cascade === null ? null : formatPrice(cascade.terminal.p50, decimals);
  const title = [
    `${side === 'long' ? 'Longs' : 'Shorts'} from ${formatPrice(low, decimals)} to ${formatPrice(high, decimals)}: ${formatUsdExact(usd.p50)}, an estimate`,
    hasInterval(usd) ? `, p10 to p90 ${formatUsd(usd.p10)} to ${formatUsd(usd.p90)}` : '',
    end === null ? '' : `. A cascade from here most likely ends at ${end}`,
  ].join('');
  return (
    <tr title={title}>
      <th scope="row" class={side}>
        <span class="visually-hidden">{side === 'long' ? 'Longs ' : 'Shorts '}</span>
        <span class={`swatch ${side}`} aria-hidden="true" />
        {formatPrice(low, decimals)}–{formatPrice(high, decimals)}
      </th>
      <td>
        {formatUsd(usd.p50)}
        {hasInterval(usd) && <span class="secondary"> {formatUsdRange(usd.p10, usd.p90)}</span>}
        {end !== null && <span class="visually-hidden">, a cascade from here ends near {end}</span>}
      </td>
      <td>{formatPercent(distance, 1, true)}</td>
      {hasTouch && <td>{formatPercent(touch?.h24 ?? null, 0)}</td>}
    </tr>
  );
}

/** Without an interval the quantiles are equal. */
const hasInterval = ({ p10, p90 }: Quantiles): boolean => p10 < p90;
