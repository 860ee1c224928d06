/** What the probe uses of the charting library's public objects; any of it may be missing or throw. */
export interface WidgetApi {
  readonly activeChart: () => ChartApi;
  readonly chartsCount?: () => number;
  readonly chart?: (index: number) => ChartApi;
  /** `onTick`: the latest bar of the active chart has changed. */
  readonly subscribe?: (event: 'onTick', callback: () => void) => void;
  readonly unsubscribe?: (event: 'onTick', callback: () => void) => void;
}

export interface ChartApi {
  readonly symbol: () => string;
  readonly dataReady?: () => boolean;
  readonly hasModel?: () => boolean;
  readonly getPanes: () => readonly PaneApi[];
  readonly getTimeScale?: () => TimeScaleApi;
}

export interface TimeScaleApi {
  /** Opening time of the bar under a pixel of the pane, epoch seconds; null where there is none. */
  readonly coordinateToTime: (x: number) => number | null;
}

export interface PaneApi {
  readonly hasMainSeries: () => boolean;
  readonly getMainSourcePriceScale: () => PriceScaleApi | null;
  readonly getHeight: () => number;
}

export interface PriceScaleApi {
  readonly getVisiblePriceRange: () => { readonly from: number; readonly to: number } | null;
  readonly getMode: () => number;
  /** Not documented; in every bundle that was read. */
  readonly coordinateToPrice?: (y: number) => number | null;
}

declare global {
  interface Window {
    /** Published by the library in its own frame. */
    readonly tradingViewApi?: unknown;
    /** Published by tradingview.com in the page itself. */
    readonly TradingViewApi?: unknown;
  }
}
