import type { ComponentChildren } from 'preact';

import { say } from '../../core/i18n/say.ts';
import type { ClusterReport, Quantiles, Terminal } from '../../core/market/market-report.ts';
import type { MapKind } from '../../core/market/map-window.ts';
import { Changing } from '../ui/changing.tsx';
import { formatPercent, formatPrice, formatUsd, formatUsdExact, formatUsdRange } from '../ui/format.ts';

interface ClusterTableProps {
  readonly clusters: readonly ClusterReport[];
  readonly view: MapKind;
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
  readonly view: MapKind;
  readonly decimals: number;
}

/** The figures, and where they are known under them what forced orders add, the interval and the chance of touch. */
function ClusterRow({ cluster, view, decimals }: ClusterRowProps) {
  const { side, low, high, distance, touch, cascade, depth } = cluster;
  const usd = view === 'exposure' ? cluster.exposureUsd : cluster.forcedUsd;
  const terminal = cascade?.terminal ?? null;
  const edges = edgesText(cluster, decimals);
  const title = [
    `${side === 'long' ? 'Longs' : 'Shorts'} from ${formatPrice(low, decimals)} to ${formatPrice(high, decimals)}: ${formatUsdExact(usd.p50)}, an estimate`,
    hasInterval(usd) ? `, p10 to p90 ${formatUsd(usd.p10)} to ${formatUsd(usd.p90)}` : '',
    edges === null ? '' : `. ${edges}, p10 to p90`,
    terminal === null
      ? ''
      : `. Forced orders would carry a move through it to ${rangeText(terminal, decimals)}`,
    cascade?.moveEnds === undefined
      ? ''
      : `; moves of that size end near ${rangeText(cascade.moveEnds, decimals)}`,
    depth === null ? '' : say('cluster.depth.about', depth),
  ].join('');
  return (
    <tr title={title}>
      <th scope="row" class={side}>
        <span class="visually-hidden">{side === 'long' ? 'Longs ' : 'Shorts '}</span>
        <span class={`swatch ${side}`} aria-hidden="true" />
        {formatPrice(low, decimals)}–{formatPrice(high, decimals)}
        {edges !== null && <span class="visually-hidden">; {edges}</span>}
        {terminal !== null && <Under>would carry to {formatPrice(terminal.p50, decimals)}</Under>}
        {depth !== null && <Under>{say('cluster.depth', depth)}</Under>}
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

const rangeText = ({ p5, p50, p95 }: Terminal, decimals: number): string =>
  `${formatPrice(p50, decimals)} (${formatPrice(p5, decimals)} to ${formatPrice(p95, decimals)})`;

const Under = ({ children }: { readonly children: ComponentChildren }) => (
  <span class="under secondary">{children}</span>
);

/** `low edge 83,900 (83,600 to 84,300), high edge 84,800 (84,400 to 85,300)`; null where no interval is known. */
function edgesText({ edges }: ClusterReport, decimals: number): string | null {
  if (edges === undefined) return null;
  const text = (name: string, { p10, p50, p90 }: Quantiles): string =>
    `${name} edge ${formatPrice(p50, decimals)} (${formatPrice(p10, decimals)} to ${formatPrice(p90, decimals)})`;
  return `${text('low', edges.low)}, ${text('high', edges.high)}`;
}

/** Without an interval the quantiles are equal. */
const hasInterval = ({ p10, p90 }: Quantiles): boolean => p10 < p90;
