import type { TimeAxis, TimeFault } from './time-axis.ts';

/**
 * Where prices stand on a chart of TradingView's charting library. A pane of `height` CSS px shows `to` at its first
 * and `from` at its last pixel; `from` > `to` when the scale is inverted, margins are part of the range. The library's
 * bundles 27.001 and 28.3 define the visible range as the prices at pixels `height - 1` and 0.
 */
export interface PriceAxis {
  readonly height: number;
  readonly from: number;
  readonly to: number;
  /** 0 linear, 1 logarithmic, 2 percent, 3 indexed to 100; all but 1 are linear in the price. */
  readonly mode: 0 | 1 | 2 | 3;
  /** Added to a price before its logarithm; 0 in linear modes. */
  readonly offset: number;
}

/** A chart's axes and its pane in CSS px of the window. */
export interface ChartGeometry extends PriceAxis {
  readonly symbol: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly time: TimeAxis | TimeFault;
}

/** A chart on which times have places. */
export type TimedGeometry = ChartGeometry & { readonly time: TimeAxis };

/** CSS px below the pane's top edge at which `price` stands, beyond the pane where it is out of range; null where the scale has no place for it. */
export function priceToY({ height, from, to, mode, offset }: PriceAxis, price: number): number | null {
  const scaled = (value: number) => (mode === 1 ? Math.log10(value + offset) : value);
  const y = ((height - 1) * (scaled(to) - scaled(price))) / (scaled(to) - scaled(from));
  return Number.isFinite(y) ? y : null;
}

/** More than this between the formula and the chart's own conversion, in CSS px, is a scale that we do not know. */
const MOST_ERROR_PX = 0.75;

/** The library's own offset is 1e-4 and becomes smaller as the range does. */
const SMALLEST_OFFSET = 1e-15;

/**
 * The axis whose formula agrees with the chart's own conversion at five heights; null where none does.
 * @param toPrice price at a height of the pane; null while the chart cannot tell
 */
export function checkAxis(axis: PriceAxis, toPrice: (y: number) => number | null): PriceAxis | null {
  const agrees = (candidate: PriceAxis) =>
    [0, 0.25, 0.5, 0.75, 1].every((part) => {
      const y = part * (axis.height - 1);
      const price = toPrice(y);
      if (price === null) return true;
      const formula = priceToY(candidate, price);
      return formula !== null && Math.abs(formula - y) <= MOST_ERROR_PX;
    });
  if (agrees(axis)) return axis;
  for (let offset = 1e-4; axis.mode === 1 && offset > SMALLEST_OFFSET; offset /= 10) {
    const candidate = { ...axis, offset };
    if (agrees(candidate)) return candidate;
  }
  return null;
}
