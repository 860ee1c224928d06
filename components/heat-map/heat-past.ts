import { cellOfUsd } from '../../core/market/map-cells.ts';
import { cellsOf, type MapKind, MOST_WINDOW_CELLS, type MapWindow } from '../../core/market/map-window.ts';
import type { MapReport } from '../../core/market/market-report.ts';
import { covers, gridOf, type PastGrid, type PastView } from './wanted-past.ts';

/** Columns of the map's past, ascending in time. */
export interface HeatPast extends PastGrid {
  /** By `column * bins + bin`, as `map-cells.ts` has them. */
  readonly cells: Uint8Array;
  /** The bin of each column's price, counted from the first bin; NaN: nothing is known. */
  readonly priceBin: Float64Array;
}

/** Asks the worker for a window of a market's past; null where there is none. */
export type AskPast = (asked: PastGrid & { readonly market: string }) => Promise<MapWindow | null>;

export interface PastKeeper {
  /** What is known, once `want` has had an answer. */
  readonly past: () => HeatPast | null;
  /** Asks for what is not known of `view`; costs a few comparisons where all is. */
  readonly want: (view: PastView, told: PastSource) => void;
  readonly forget: () => void;
}

/** Whose past, in which bins, as of when. */
export interface PastSource {
  readonly market: string;
  readonly logStep: number;
  /** Epoch seconds. */
  readonly nowS: number;
}

/** Between two questions, while what is seen goes on changing. */
const PAUSE_MS = 250;

/** Keeps the past of the market that is looked at; later columns come one by one. `onNews`: `past` has changed. */
export function keepPast(ask: AskPast, onNews: () => void): PastKeeper {
  let known: HeatPast | null = null;
  let market = '';
  let isAsking = false;
  let wanted: readonly [PastView, PastSource] | null = null;

  const load = async (grid: PastGrid): Promise<HeatPast | null> => {
    const most = Math.max(1, Math.floor(MOST_WINDOW_CELLS / grid.bins));
    let made: HeatPast | null = null;
    for (let first = 0; first < grid.columns; first += most) {
      const columns = Math.min(most, grid.columns - first);
      const asked = { ...grid, fromS: grid.fromS + first * grid.columnS, columns };
      const window = await ask({ ...asked, market });
      if (window === null) return null;
      made = joined(made, pastOf(window, asked));
    }
    return made;
  };

  const next = async (view: PastView, { logStep, nowS }: PastSource): Promise<HeatPast | null> => {
    if (known !== null && covers(known, view, logStep, nowS)) {
      const lacking = lackingOf(known, view, nowS);
      const made = lacking === null ? null : await load(lacking);
      return made === null ? null : joined(cutAt(known, made.fromS), made);
    }
    const grid = gridOf(view, logStep, nowS);
    return grid === null ? null : load(grid);
  };

  const work = async (): Promise<void> => {
    isAsking = true;
    while (wanted !== null) {
      const [view, source] = wanted;
      wanted = null;
      const made = await next(view, source);
      if (made !== null && source.market === market) {
        known = made;
        onNews();
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    isAsking = false;
  };

  let askedFor = '';
  return {
    past: () => known,
    want: (view, source) => {
      if (source.market !== market) {
        known = null;
        market = source.market;
      }
      const { logStep, nowS } = source;
      if (known !== null && covers(known, view, logStep, nowS)) {
        // Once a report: a column comes when its bar has settled, or the history before it has been loaded.
        const key = `${market} ${nowS}`;
        if (key === askedFor || lackingOf(known, view, nowS) === null) return;
        askedFor = key;
      }
      wanted = [view, source];
      if (!isAsking) void work();
    },
    forget: () => {
      known = null;
      wanted = null;
      market = '';
    },
  };
}

/**
 * The columns of `view` after the last that is known, up to now; all of them where the first is not known, as while
 * history is still being loaded. Null where none is lacking.
 */
function lackingOf(past: HeatPast, view: PastView, nowS: number): PastGrid | null {
  const newest = past.priceBin.findLastIndex((bin) => !Number.isNaN(bin));
  const isWhole = !Number.isNaN(past.priceBin[0] ?? NaN);
  const fromS = past.fromS + (isWhole ? newest + 1 : 0) * past.columnS;
  const columns = Math.floor((Math.min(nowS, view.untilS) - fromS) / past.columnS) + 1;
  return columns < 1 ? null : { ...past, fromS, columns };
}

const pastOf = (window: MapWindow, asked: PastGrid): HeatPast => {
  const priceBin = Float64Array.from(window.price, (price) =>
    price === null ? NaN : Math.log(price) / window.logStep - asked.firstBin,
  );
  return { ...asked, cells: cellsOf(window), priceBin };
};

/** The columns before `untilS`. */
function cutAt(past: HeatPast, untilS: number): HeatPast {
  const columns = Math.min(past.columns, Math.round((untilS - past.fromS) / past.columnS));
  const { cells, priceBin, bins } = past;
  return {
    ...past,
    columns,
    cells: cells.subarray(0, columns * bins),
    priceBin: priceBin.subarray(0, columns),
  };
}

/** Both, of which the second follows on the first in its bins. */
function joined(first: HeatPast | null, second: HeatPast): HeatPast {
  if (first === null) return second;
  const cells = new Uint8Array(first.cells.length + second.cells.length);
  cells.set(first.cells);
  cells.set(second.cells, first.cells.length);
  const priceBin = Float64Array.of(...first.priceBin, ...second.priceBin);
  return { ...first, columns: first.columns + second.columns, cells, priceBin };
}

/** The map of a report. */
export interface TodayMap {
  readonly map: MapReport;
  /** USD a coin. */
  readonly price: number;
  /** Epoch seconds. */
  readonly atS: number;
  /** Absent: `exposure`. */
  readonly kind?: MapKind;
}

/**
 * The past, and behind it today's map up to `untilS`: it follows on the newest column, or begins at its own time where
 * columns are missing before it.
 */
export function withToday(past: HeatPast, today: TodayMap, untilS: number): HeatPast {
  const newest = past.priceBin.findLastIndex((bin) => !Number.isNaN(bin));
  const first = Math.max(newest + 1, Math.floor((today.atS - past.fromS) / past.columnS));
  const known = cutAt(past, past.fromS + first * past.columnS);
  const fromS = known.fromS + known.columns * known.columnS;
  const columns = Math.ceil((untilS - fromS) / known.columnS);
  if (!(columns > 0)) return known;
  const { map, price, kind = 'exposure' } = today;
  const [long, short] =
    kind === 'exposure'
      ? [map.longExposureUsd, map.shortExposureUsd]
      : [map.longForcedUsd, map.shortForcedUsd];
  const column = Uint8Array.from({ length: past.bins }, (_, bin) => {
    const at = past.firstBin + bin - map.firstBin;
    return cellOfUsd((long[at] ?? 0) + (short[at] ?? 0));
  });
  const cells = new Uint8Array(columns * past.bins);
  for (let index = 0; index < columns; index += 1) cells.set(column, index * past.bins);
  const priceBin = new Float64Array(columns).fill(Math.log(price) / map.logStep - past.firstBin);
  return joined(known, { ...known, fromS, columns, cells, priceBin });
}
