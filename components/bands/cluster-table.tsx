import type { ComponentChildren } from 'preact';

import { say } from '../../core/i18n/say.ts';
import type { ClusterReport, Quantiles, Terminal } from '../../core/market/market-report.ts';
import type { MapKind } from '../../core/market/map-window.ts';
import { Changing } from '../ui/changing.tsx';
import { formatPercent, formatPrice, formatUsd, formatUsdRange } from '../ui/format.ts';

interface ClusterTableProps {
  readonly clusters: readonly ClusterReport[];
  readonly view: MapKind;
  readonly decimals: number;
  /** Stands behind a cluster's edges. */
  readonly after?: (cluster: ClusterReport) => ComponentChildren;
}

const SHOWN = 3;

/** The three nearest clusters above and below the price, the highest first. */
export function ClusterTable({ clusters, view, decimals, after }: ClusterTableProps) {
  const nearest = (side: ClusterReport['side']) =>
    clusters
      .filter((cluster) => cluster.side === side)
      .sort((a, b) => Math.abs(a.distance) - Math.abs(b.distance))
      .slice(0, SHOWN);
  const shown = [...nearest('short').toReversed(), ...nearest('long')];
  if (shown.length === 0) return null;
  return (
    <table class="clusters">
      <caption class="visually-hidden">{say('clusters.about')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('clusters')}</th>
          <th scope="col" title={say('clusters.usd.about')}>
            {say('clusters.usd')}
          </th>
          <th scope="col" title={say('clusters.away.about')}>
            {say('clusters.away')}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((cluster) => (
          <ClusterRow key={cluster.id} {...{ cluster, view, decimals }} after={after?.(cluster)} />
        ))}
      </tbody>
    </table>
  );
}

interface ClusterRowProps {
  readonly cluster: ClusterReport;
  readonly view: MapKind;
  readonly decimals: number;
  readonly after: ComponentChildren;
}

/** The figures, and where they are known under them what forced orders add, the interval and the chance of touch. */
function ClusterRow({ cluster, view, decimals, after }: ClusterRowProps) {
  const { side, low, high, distance, touch, cascade, depth } = cluster;
  const usd = view === 'exposure' ? cluster.exposureUsd : cluster.forcedUsd;
  const terminal = cascade?.terminal ?? null;
  const edges = edgesText(cluster, decimals);
  const about = say(`cluster.${side}.about`, {
    low: formatPrice(low, decimals),
    high: formatPrice(high, decimals),
    usd: usd.p50,
  });
  const title = [
    hasInterval(usd) ? say('cluster.interval', { cluster: about, ...usd }) : about,
    ...(edges === null ? [] : [say('cluster.edges.about', { edges })]),
    ...(cascade === null ? [] : [carryText(cascade, decimals)]),
    ...(depth === null ? [] : [say('cluster.depth.about', depth)]),
  ].join('. ');
  return (
    <tr title={title}>
      <th scope="row" class={side}>
        <span class="visually-hidden">{say(`cluster.${side}`)} </span>
        <span class={`swatch ${side}`} aria-hidden="true" />
        {formatPrice(low, decimals)}–{formatPrice(high, decimals)}
        {after}
        {edges !== null && <span class="visually-hidden">; {edges}</span>}
        {terminal !== null && <Under>{say('cluster.carry', pricesOf(terminal, decimals))}</Under>}
        {depth !== null && <Under>{say('cluster.depth', depth)}</Under>}
      </th>
      <td>
        <Changing text={formatUsd(usd.p50)} />
        {hasInterval(usd) && <Under>{formatUsdRange(usd.p10, usd.p90)}</Under>}
      </td>
      <td>
        <Changing text={formatPercent(distance, 1, true)} />
        {touch !== null && <Under>{say('cluster.touch', { chance: formatPercent(touch.h24, 0) })}</Under>}
      </td>
    </tr>
  );
}

/** Where forced orders would carry a move, and where those of that size end as far as that is known. */
function carryText({ terminal, moveEnds }: NonNullable<ClusterReport['cascade']>, decimals: number): string {
  const carry = say('cluster.carry.about', pricesOf(terminal, decimals));
  return moveEnds === undefined ? carry : say('cluster.ends', { carry, ...pricesOf(moveEnds, decimals) });
}

const pricesOf = ({ p5, p50, p95 }: Terminal, decimals: number) => ({
  p5: formatPrice(p5, decimals),
  p50: formatPrice(p50, decimals),
  p95: formatPrice(p95, decimals),
});

const Under = ({ children }: { readonly children: ComponentChildren }) => (
  <span class="under secondary">{children}</span>
);

/** `low edge 83,900 (83,600 to 84,300), high edge 84,800 (84,400 to 85,300)`; null where no interval is known. */
function edgesText({ edges }: ClusterReport, decimals: number): string | null {
  if (edges === undefined) return null;
  const { low, high } = edges;
  return say('cluster.edges', {
    low: formatPrice(low.p50, decimals),
    lowP10: formatPrice(low.p10, decimals),
    lowP90: formatPrice(low.p90, decimals),
    high: formatPrice(high.p50, decimals),
    highP10: formatPrice(high.p10, decimals),
    highP90: formatPrice(high.p90, decimals),
  });
}

/** Without an interval the quantiles are equal. */
const hasInterval = ({ p10, p90 }: Quantiles): boolean => p10 < p90;
