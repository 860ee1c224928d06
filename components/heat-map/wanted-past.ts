import { COARSE_COLUMN_S, FINE_COLUMN_S, FINE_HISTORY_S, HISTORY_S } from '../../core/market/map-window.ts';
import type { TimeAxis } from '../../core/sites/time-axis.ts';

/** What of the map's past a pane shows: epoch seconds, and prices as logarithms of USD. */
export interface PastView {
  readonly fromS: number;
  readonly untilS: number;
  readonly lowLog: number;
  readonly highLog: number;
}

/** Columns and bins to ask for. */
export interface PastGrid {
  readonly fromS: number;
  readonly columnS: typeof FINE_COLUMN_S | typeof COARSE_COLUMN_S;
  readonly columns: number;
  readonly firstBin: number;
  readonly bins: number;
}

const MOST_BINS = 800;

/** So much more on either side, as shares of what is seen, that a small move needs no asking. */
const SPARE = 0.5;

/** Which columns show `view`: quarters of an hour where all of it lies within two days, hours else. Null where nothing is kept of it. */
export function gridOf(view: PastView, logStep: number, nowS: number): PastGrid | null {
  const columnS = columnSOf(view, nowS);
  const spareS = SPARE * (view.untilS - view.fromS);
  const first = Math.max(
    Math.floor((view.fromS - spareS) / columnS),
    Math.ceil((nowS - HISTORY_S) / columnS),
  );
  const last = Math.floor(Math.min(view.untilS + spareS, nowS) / columnS);
  if (!(last >= first)) return null;
  const spareLog = SPARE * (view.highLog - view.lowLog);
  const lowBin = Math.floor((view.lowLog - spareLog) / logStep);
  const wanted = Math.ceil((view.highLog + spareLog) / logStep) - lowBin;
  const bins = Math.min(MOST_BINS, wanted);
  return {
    fromS: first * columnS,
    columnS,
    columns: last - first + 1,
    firstBin: lowBin + Math.floor((wanted - bins) / 2),
    bins,
  };
}

const columnSOf = ({ fromS }: PastView, nowS: number): PastGrid['columnS'] =>
  fromS >= nowS - FINE_HISTORY_S ? FINE_COLUMN_S : COARSE_COLUMN_S;

/** Whether `grid` shows all of `view` that is kept, in its own columns. */
export function covers(grid: PastGrid, view: PastView, logStep: number, nowS: number): boolean {
  const { fromS, columnS, columns, firstBin, bins } = grid;
  const keptFromS = Math.max(view.fromS, nowS - HISTORY_S + columnS);
  const untilS = Math.min(view.untilS, nowS - columnS);
  return (
    columnS === columnSOf(view, nowS) &&
    fromS <= keptFromS &&
    fromS + columns * columnS >= untilS &&
    (bins === MOST_BINS || (firstBin * logStep <= view.lowLog && (firstBin + bins) * logStep >= view.highLog))
  );
}

/** The times that a pane of `width` CSS px shows. */
export function timesOf(
  { x, atS, spacing, barS }: TimeAxis,
  width: number,
): Pick<PastView, 'fromS' | 'untilS'> {
  const timeAt = (place: number): number => atS + ((place - x) / spacing) * barS;
  return { fromS: timeAt(0), untilS: timeAt(width) };
}
