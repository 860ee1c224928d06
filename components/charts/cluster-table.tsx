import type { ComponentChildren } from 'preact';

import type { ClusterReport, Quantiles } from '../../core/market/market-report.ts';
import type { MapView } from './band-rows.ts';
import { Changing } from '../ui/changing.tsx';
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
  return (
    <table class="clusters">
      <caption class="visually-hidden">Nearest clusters above and below the price, estimates in USD</caption>
      <thead>
        <tr>
          <th scope="col">Nearest clusters</th>
          <th scope="col" title="Middle estimate, and p10 to p90">
            USD (estimate)
          </th>
          <th scope="col" title="Distance to the near edge, and the chance to touch it within 24 hours">
            Away
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((cluster) => (
          <ClusterRow key={cluster.id} {...{ cluster, view, decimals }} />
        ))}
      </tbody>
    </table>
  );
}

interface ClusterRowProps {
  readonly cluster: ClusterReport;
  readonly view: MapView;
  readonly decimals: number;
}

/** The figures, and where they are known under them the cascade's end, the interval and the chance of touch. */
function ClusterRow({ cluster, view, decimals }: ClusterRowProps) {
  const { side, low, high, distance, touch, cascade } = cluster;
  const usd = view === 'exposure' ? cluster.exposureUsd : cluster.forcedUsd;
  const terminal = cascade?.terminal ?? null;
  const title = [
    `${side === 'long' ? 'Longs' : 'Shorts'} from ${formatPrice(low, decimals)} to ${formatPrice(high, decimals)}: ${formatUsdExact(usd.p50)}, an estimate`,
    hasInterval(usd) ? `, p10 to p90 ${formatUsd(usd.p10)} to ${formatUsd(usd.p90)}` : '',
    terminal === null
      ? ''
      : `. A cascade through it most likely ends at ${formatPrice(terminal.p50, decimals)} (${formatPrice(terminal.p5, decimals)} to ${formatPrice(terminal.p95, decimals)})`,
  ].join('');
  return (
    <tr title={title}>
      <th scope="row" class={side}>
        <span class="visually-hidden">{side === 'long' ? 'Longs ' : 'Shorts '}</span>
        <span class={`swatch ${side}`} aria-hidden="true" />
        {formatPrice(low, decimals)}–{formatPrice(high, decimals)}
        {terminal !== null && <Under>cascade ends {formatPrice(terminal.p50, decimals)}</Under>}
      </th>
      <td>
        <Changing text={formatUsd(usd.p50)} />
        {hasInterval(usd) && <Under>{formatUsdRange(usd.p10, usd.p90)}</Under>}
      </td>
      <td>
        <Changing text={formatPercent(distance, 1, true)} />
        {touch !== null && <Under>24 h {formatPercent(touch.h24, 0)}</Under>}
      </td>
    </tr>
  );
}

const Under = ({ children }: { readonly children: ComponentChildren }) => (
  <span class="under secondary">{children}</span>
);

/** Without an interval the quantiles are equal. */
const hasInterval = ({ p10, p90 }: Quantiles): boolean => p10 < p90;
