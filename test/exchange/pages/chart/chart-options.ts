import type { PageCandle } from '../page-data.ts';

/** What a page asks of the chart in a frame; the library keeps such a bag on the page under the frame's id. */
export interface ChartOptions {
  /** Charts of the layout. */
  readonly charts: number;
  /** Whether the scale offers the conversion that is not documented. */
  readonly converts: boolean;
  /** What a script may ask of the time scale: nothing, the time under a pixel, or all that is documented. */
  readonly times: 'none' | 'pixels' | 'full';
  /** Where the price axis stands. */
  readonly axis: 'right' | 'left' | 'hidden';
  /** Whether a subscriber of `onTick` hears of new figures. */
  readonly ticks: boolean;
  /** A hidden frame that is loaded ahead never gets a market. */
  readonly isPreload: boolean;
  readonly onReady: (chart: EmbeddedChart) => void;
}

export interface ChartColors {
  readonly back: string;
  readonly line: string;
  readonly muted: string;
  readonly up: string;
  readonly down: string;
}

/** How the page, and a test, drives the chart; no part of the library's interface. */
export interface EmbeddedChart {
  readonly show: (symbol: string, digits: number, interval: string, candles: readonly PageCandle[]) => void;
  readonly paint: (colors: ChartColors) => void;
  /** A line of pure magenta at a price; null takes it away. */
  readonly drawLine: (price: number | null) => void;
  /** Makes the wicks of the bars that open then long, 1 px wide and of pure magenta. */
  readonly markBars: (opensS: readonly number[]) => void;
  readonly setMode: (mode: 0 | 1 | 2 | 3) => void;
  readonly setInverted: (isInverted: boolean) => void;
  readonly setRange: (from: number, to: number) => void;
  /** A new bar that reaches to a price. */
  readonly addBar: (price: number) => void;
  /** Bars go on as they were: with every tenth missing, as bricks that take no even time, or up to one in the past, as in a replay. */
  readonly setBars: (kind: 'all' | 'gaps' | 'bricks' | 'replay') => void;
  /** Shows `bars` bars, the last one `fromRight` before the newest. */
  readonly showBars: (bars: number, fromRight: number) => void;
  readonly swapPanes: () => void;
  /** Shows the pane of the volume alone, or all. */
  readonly maximiseVolume: (isAlone: boolean) => void;
  /** What is asked for throws, as it does for a frame or two when the library rebuilds a chart. */
  readonly tearDown: (isTornDown: boolean) => void;
  /** Moves the market's name only, as a site does whose chart follows later. */
  readonly nameSymbol: (symbol: string) => void;
  /** A scale whose conversion is not the one it names. */
  readonly lie: (isLying: boolean) => void;
}
