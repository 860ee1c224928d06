import { percentText, priceText, usdText } from '../market/amount-text.ts';
import type { ClusterReport } from '../market/market-report.ts';
import { type AlertView, type Condition, GRAVITY, isWithin } from './condition.ts';

/** Farther than this many average true ranges, a cluster starts no cascade that is worth a warning today. */
const CASCADE_REACH_ATR = 1;

const sideOf = (side: 'long' | 'short') =>
  side === 'long'
    ? ({ direction: 'down', beyond: 'below', flow: 'selling' } as const)
    : ({ direction: 'up', beyond: 'above', flow: 'buying' } as const);

/** The nearest cluster of each side that holds enough of it. */
export function clusterConditions(view: AlertView): Condition[] {
  const { report, price, settings, state } = view;
  const atr = report.atr1dUsd;
  if (atr === null) return [];
  return (['long', 'short'] as const).flatMap((side) => {
    const total = sideExposure(view, side);
    const large = report.clusters.filter(
      (cluster) => cluster.side === side && cluster.exposureUsd.p50 >= settings.clusterShare * total,
    );
    const cluster = nearest(large, price);
    if (cluster === null || total === 0) return [];
    const key = `cluster:${side}`;
    const { direction, beyond, flow } = sideOf(side);
    const near = side === 'long' ? cluster.high : cluster.low;
    return [
      {
        key,
        rule: 'cluster',
        cause: direction,
        gravity: GRAVITY.cluster,
        isRaised: isWithin(
          gapTo(cluster, price),
          settings.clusterAtr * atr,
          2 * settings.clusterAtr * atr,
          state.raised[key] === true,
        ),
        isToldAtFirstSight: false,
        title: `${usdText(cluster.exposureUsd.p50)} of ${side}s near`,
        text: `Price ${priceText(price)} is close to ${priceText(near)}, where about ${usdText(cluster.exposureUsd.p50)} USD of ${side}s (${percentText(cluster.exposureUsd.p50 / total)} of that side, estimate) would be closed by force. A move ${beyond} adds forced ${flow}.`,
      },
    ];
  });
}

/** A cluster within a day's range from which forced flow alone would carry the price on. */
export function cascadeConditions(view: AlertView): Condition[] {
  const { report, price, settings, state } = view;
  const atr = report.atr1dUsd;
  if (atr === null) return [];
  return (['long', 'short'] as const).flatMap((side) => {
    const cluster = nearest(
      report.clusters.filter((candidate) => candidate.side === side && candidate.cascade !== null),
      price,
    );
    if (cluster?.cascade == null) return [];
    const { cascade } = cluster;
    const key = `cascade:${side}`;
    const { direction, flow } = sideOf(side);
    const far = side === 'long' ? cluster.low : cluster.high;
    const carriedAtr = Math.abs(cascade.terminal.p50 - far) / atr;
    const least = (state.raised[key] === true ? 0.7 : 1) * settings.cascadeAtr;
    return [
      {
        key,
        rule: 'cascade',
        cause: direction,
        gravity: GRAVITY.cascade,
        isRaised: carriedAtr >= least && gapTo(cluster, price) <= CASCADE_REACH_ATR * atr,
        isToldAtFirstSight: false,
        title: `Cascade possible from ${priceText(far)}`,
        text: `Price ${priceText(price)}: if ${priceText(far)} is passed, forced ${flow} of about ${usdText(cascade.forcedUsd)} USD would most likely carry it on to ${priceText(cascade.terminal.p50)} (${priceText(cascade.terminal.p5)} to ${priceText(cascade.terminal.p95)}, estimate). The move may go on without them.`,
      },
    ];
  });
}

/** Real liquidations of the last quarter hour, far above a busy one. */
export function burstConditions({ signals, settings, state, price }: AlertView): Condition[] {
  const { burst } = signals;
  if (burst === null || burst.busyUsd <= 0) return [];
  return (['long', 'short'] as const).map((side) => {
    const usd = side === 'long' ? burst.longUsd : burst.shortUsd;
    const key = `burst:${side}`;
    const { direction, flow } = sideOf(side);
    const least = (state.raised[key] === true ? 0.5 : 1) * settings.burstMultiple * burst.busyUsd;
    return {
      key,
      rule: 'burst',
      cause: direction,
      gravity: GRAVITY.burst,
      isRaised: usd >= least,
      isToldAtFirstSight: false,
      title: `Burst of ${side} liquidations`,
      text: `${usdText(usd)} USD of ${side}s were closed by force within 15 minutes, ${(usd / burst.busyUsd).toFixed(1)} times a busy quarter hour; price ${priceText(price)}. Forced ${flow} is moving the market now, and books are likely thin.`,
    };
  });
}

/** Open interest against its highest of the last hour. */
export function openInterestConditions({ report, state, settings, price }: AlertView): Condition[] {
  const { base, usd } = report.openInterest;
  const peak = state.samples.reduce<(typeof state.samples)[number] | null>(
    (highest, sample) =>
      highest === null || sample.openInterestBase > highest.openInterestBase ? sample : highest,
    null,
  );
  if (base === null || peak === null) return [];
  const key = 'open-interest';
  const drop = 1 - base / peak.openInterestBase;
  const least = (state.raised[key] === true ? 0.5 : 1) * settings.openInterestDrop;
  const direction = price < peak.price ? 'down' : 'up';
  const lost = usd === null ? '' : `, about ${usdText(peak.openInterestBase * price - usd)} USD`;
  return [
    {
      key,
      rule: 'open-interest',
      cause: direction,
      gravity: GRAVITY.openInterest,
      isRaised: drop >= least,
      isToldAtFirstSight: false,
      title: `Open interest fell ${percentText(drop)} in an hour`,
      text: `${percentText(drop)} of open interest${lost} is gone within an hour while price went from ${priceText(peak.price)} to ${priceText(price)}. Positions are being closed, by choice or by force; what is gone cannot be liquidated any more.`,
    },
  ];
}

/** Whole exposure of a side: of the map, or of the clusters while there is no map. */
function sideExposure({ report }: AlertView, side: 'long' | 'short'): number {
  const mass = side === 'long' ? report.map?.longExposureUsd : report.map?.shortExposureUsd;
  return (
    mass?.reduce((sum, usd) => sum + usd, 0) ??
    report.clusters
      .filter((cluster) => cluster.side === side)
      .reduce((sum, cluster) => sum + cluster.exposureUsd.p50, 0)
  );
}

const gapTo = ({ low, high }: ClusterReport, price: number): number => Math.max(0, low - price, price - high);

const nearest = (clusters: readonly ClusterReport[], price: number): ClusterReport | null =>
  clusters.reduce<ClusterReport | null>(
    (best, cluster) => (best === null || gapTo(cluster, price) < gapTo(best, price) ? cluster : best),
    null,
  );
