import type { ChartApi, WidgetApi } from './charting-library.ts';

/** A widget of the library, in a frame of the page or in the page itself. */
export interface FoundWidget {
  readonly view: Window;
  readonly frame: HTMLIFrameElement | null;
  readonly widget: WidgetApi;
}

const MOST_FRAMES = 24;

/** Every widget that can be reached from the page, hidden ones included. */
export function findWidgets(): readonly FoundWidget[] {
  const found: FoundWidget[] = [];
  for (const frame of [...document.querySelectorAll('iframe')].slice(0, MOST_FRAMES)) {
    const view = frame.contentWindow;
    const widget = view === null ? null : widgetOf(view);
    if (view !== null && widget !== null) found.push({ view, frame, widget });
  }
  const own = widgetOf(window);
  return own === null ? found : [...found, { view: window, frame: null, widget: own }];
}

function widgetOf(view: Window): WidgetApi | null {
  try {
    const api = (view.tradingViewApi ?? view.TradingViewApi) as Partial<WidgetApi> | undefined;
    return typeof api?.activeChart === 'function' ? (api as WidgetApi) : null;
  } catch {
    // A frame of another origin.
    return null;
  }
}

/** The charts of a widget's layout; one where the library does not count them. */
export function chartsOf(widget: WidgetApi): readonly ChartApi[] {
  const { chart } = widget;
  const count = chart === undefined ? 1 : (widget.chartsCount?.() ?? 1);
  if (chart === undefined || count <= 1) return [widget.activeChart()];
  return Array.from({ length: count }, (_, index) => chart.call(widget, index));
}
