import type { PositionSide } from '../../market/forced-order.ts';
import { type EngineParameters, FINITE_CLASSES } from '../parameters.ts';
import { learnMargins } from '../placement.ts';
import { blameOrders, type FiredOrders } from './blame-orders.ts';
import type { Calibration, SideEvidence } from './calibration.ts';
import { feedsBySilence, type HeardFeeds } from './heard-feeds.ts';
import { sum } from '../skill/information-gain.ts';
import type { SweptCells, SweptSide } from './swept-cells.ts';
import { DAY_S } from '../../market/time.ts';

/** Memory of the calibration: evidence older than this has faded to a third. */
const MEMORY_S = 30 * DAY_S;

/** One bar's evidence. */
export interface CalibrationBar extends FiredOrders {
  readonly endS: number;
  /** Who was listened to; where absent it is inferred from silence. */
  readonly feeds?: HeardFeeds;
  /** Share of the bar in which a recorder listened whose feeds are inferred; 1 where absent. */
  readonly listened?: number;
}

/**
 * Takes one bar's sweeps and forced orders into `calibration`, in place (Gamma-Poisson, one step of expectation
 * maximisation a bar), and empties `cells`. Swept mass counts in bars without orders too. While a complete feed is
 * heard, sampled ones are left out of the totals.
 */
export function calibrateBar(
  calibration: Calibration,
  parameters: EngineParameters,
  cells: SweptCells,
  bar: CalibrationBar,
): void {
  const { startS, endS, orders } = bar;
  if (bar.feeds === undefined) {
    for (const order of orders) calibration.heardAtS[order.venue] = order.atMs / 1000;
  }
  const keep = Math.exp(-(endS - startS) / MEMORY_S);
  fade(calibration.long, keep);
  fade(calibration.short, keep);
  if (cells.long.length + cells.short.length + orders.length === 0) return;
  const feeds = bar.feeds ?? feedsBySilence(calibration.heardAtS, endS, bar.listened ?? 1);
  if (feeds.share > 0) {
    const { isComplete } = feeds;
    // Blame goes by what was believed before the bar, so it precedes what the bar teaches.
    if (orders.length > 0) {
      blameOrders(calibration, parameters, cells, bar, { isComplete, memoryS: MEMORY_S });
    }
    countSwept(calibration, cells.long, feeds, 'long');
    countSwept(calibration, cells.short, feeds, 'short');
  }
  learnMargins(calibration.margins, orders, bar);
  cells.long.length = 0;
  cells.short.length = 0;
}

function countSwept(calibration: Calibration, cells: SweptSide, feeds: HeardFeeds, side: PositionSide): void {
  if (cells.length === 0) return;
  const { swept } = calibration[side];
  const before = sum(swept);
  let added = 0;
  for (let at = 0; at < cells.length; at++) {
    const k = cells.classes[at] ?? 0;
    const coins = feeds.share * (cells.masses[at] ?? 0);
    swept[k] = (swept[k] ?? 0) + coins;
    added += coins;
  }
  if (!(added > 0)) return;
  const target = feeds.isComplete ? 1 : 0;
  calibration.completeShare += ((target - calibration.completeShare) * added) / (before + added);
}

function fade({ forced, swept }: SideEvidence, keep: number): void {
  for (let k = 0; k < FINITE_CLASSES; k++) {
    forced[k] = (forced[k] ?? 0) * keep;
    swept[k] = (swept[k] ?? 0) * keep;
  }
}
