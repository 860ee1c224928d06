import type { PageData } from '../page-data.ts';
import type { ChartColors, ChartOptions, EmbeddedChart } from './chart-options.ts';

/** How a page holds its chart; chosen by the page's address, `?chart=two`. */
const VARIANTS = {
  library: {},
  bare: { converts: false, ticks: false, times: 'pixels' },
  timeless: { times: 'none' },
  left: { axis: 'left' },
  axisless: { axis: 'hidden' },
  layout: { charts: 2 },
  two: { frames: 2 },
  preload: { preload: true },
  sameorigin: { from: 'path' },
  window: { from: 'window' },
  foreign: { from: 'foreign' },
  scaled: { css: 'transform: scale(0.9)' },
  moved: { css: 'transform: translate(12px, 7px); width: calc(100% - 12px); height: calc(100% - 7px)' },
  odd: {
    css: 'left: 37px; top: 61px; width: calc(100% - 50px); height: calc(100% - 70px); border: 3px solid #444444',
  },
  replaced: { isReplaced: true },
} as const satisfies Record<string, Variant>;

interface Variant {
  readonly converts?: boolean;
  readonly ticks?: boolean;
  readonly times?: ChartOptions['times'];
  readonly axis?: ChartOptions['axis'];
  readonly charts?: number;
  readonly frames?: number;
  readonly preload?: boolean;
  readonly from?: 'path' | 'window' | 'foreign';
  readonly css?: string;
  /** Another market gets another frame. */
  readonly isReplaced?: boolean;
}

export interface PageChart {
  readonly draw: (data: PageData, interval: string) => void;
  readonly redraw: () => void;
}

declare global {
  interface Window {
    /** The charts of the page, for tests. */
    embeddedCharts?: EmbeddedChart[];
  }
}

/** The variant that the page's address asks for; null for a chart of the exchange's own. */
export function askedVariant(search: string): Variant | null {
  const name = new URLSearchParams(search).get('chart') ?? 'library';
  return name in VARIANTS ? VARIANTS[name as keyof typeof VARIANTS] : null;
}

/** The charting library in frames of the page, as its loader makes them. */
export function embedCharts(host: HTMLElement, variant: Variant): PageChart {
  const charts: EmbeddedChart[] = [];
  window.embeddedCharts = charts;
  let last: { readonly data: PageData; readonly interval: string } | null = null;

  const options = (isPreload: boolean): ChartOptions => ({
    charts: variant.charts ?? 1,
    converts: variant.converts ?? true,
    ticks: variant.ticks ?? true,
    times: variant.times ?? 'full',
    axis: variant.axis ?? 'right',
    isPreload,
    onReady: (chart) => {
      charts.push(chart);
      chart.paint(pageColors());
      if (last !== null && !isPreload) show(chart, last.data, last.interval);
    },
  });
  const build = () => {
    charts.length = 0;
    for (const frame of host.querySelectorAll('iframe')) {
      URL.revokeObjectURL(frame.src);
      delete (window as unknown as Record<string, unknown>)[frame.id];
    }
    host.replaceChildren();
    if (variant.preload === true) addFrame(host, options(true), variant).style.display = 'none';
    if (variant.from === 'window') return addToPage(host, options(false));
    const count = variant.frames ?? 1;
    for (let index = 0; index < count; index += 1) {
      const frame = addFrame(host, options(false), variant);
      if (count > 1) frame.style.cssText += `width: ${100 / count}%; left: ${(100 * index) / count}%;`;
    }
  };
  build();
  return {
    draw: (data, interval) => {
      if (variant.isReplaced === true && last !== null && last.data.symbol !== data.symbol) build();
      last = { data, interval };
      for (const chart of charts) show(chart, data, interval);
    },
    redraw: () => {
      for (const chart of charts) chart.paint(pageColors());
    },
  };
}

const show = (chart: EmbeddedChart, { symbol, digits, candles }: PageData, interval: string) =>
  chart.show(symbol, digits, interval, candles);

function addFrame(host: HTMLElement, options: ChartOptions, variant: Variant): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.id = frame.name = `tradingview_${Math.random().toString(16).slice(2, 7)}`;
  Object.assign(window, { [frame.id]: options });
  frame.style.cssText = `position: absolute; inset: 0; width: 100%; height: 100%; border: 0; ${variant.css ?? ''};`;
  frame.src = sourceOf(variant);
  host.append(frame);
  return frame;
}

function sourceOf({ from }: Variant): string {
  if (from === 'path') return '/chart/sameorigin.html';
  if (from === 'foreign') return 'https://www.okx.com/chart/sameorigin.html';
  return URL.createObjectURL(new Blob([frameHtml(location.origin)], { type: 'text/html' }));
}

const frameHtml = (origin: string): string => `<!doctype html>
<html><head><meta charset="utf-8">
<link rel="stylesheet" href="${origin}/chart/frame.css">
<script src="${origin}/chart/lightweight-charts.js"></script>
<script type="module" src="${origin}/chart/start-frame.ts"></script>
</head><body></body></html>`;

/** tradingview.com has no frame. */
function addToPage(host: HTMLElement, options: ChartOptions): void {
  const root = document.createElement('div');
  root.className = 'chart-root';
  host.append(root);
  const style = Object.assign(document.createElement('link'), {
    rel: 'stylesheet',
    href: '/chart/frame.css',
  });
  const script = document.createElement('script');
  script.addEventListener('load', () => {
    void import('./frame.ts').then(({ startCharts }) => startCharts(root, options, 'TradingViewApi'));
  });
  const url = '/chart/lightweight-charts.js';
  script.src = trustedUrl(url);
  document.head.append(style, script);
}

/** The page's policy wants to know who made the address of a script. */
function trustedUrl(url: string): string {
  const types = (globalThis as { trustedTypes?: { createPolicy: (name: string, rules: object) => unknown } })
    .trustedTypes;
  const policy = types?.createPolicy('charts', { createScriptURL: (text: string) => text }) as
    | { readonly createScriptURL: (text: string) => string }
    | undefined;
  return policy?.createScriptURL(url) ?? url;
}

function pageColors(): ChartColors {
  const style = getComputedStyle(document.documentElement);
  const color = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    back: color('back'),
    line: color('line'),
    muted: color('muted'),
    up: color('up'),
    down: color('down'),
  };
}
