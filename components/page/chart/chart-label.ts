/** What a label says: a price, or from which to which, and the dollars of each side there. */
export interface ChartLabel {
  /** CSS px below the pane's top edge, of the label's middle. */
  readonly y: number;
  readonly low: number;
  readonly high: number;
  /** Bands and levels that it speaks for. */
  readonly count: number;
  readonly longUsd: number;
  readonly shortUsd: number;
  /** What has become of a level, in a word; empty for nothing, or where it speaks for what differs. */
  readonly state: string;
}

export const LABEL_HEIGHT = 15;

/** One label for both, nearer to the one that speaks for more. */
export function join(a: ChartLabel, b: ChartLabel): ChartLabel {
  const count = a.count + b.count;
  return {
    y: (a.y * a.count + b.y * b.count) / count,
    low: Math.min(a.low, b.low),
    high: Math.max(a.high, b.high),
    count,
    longUsd: a.longUsd + b.longUsd,
    shortUsd: a.shortUsd + b.shortUsd,
    state: a.state === b.state ? a.state : '',
  };
}
