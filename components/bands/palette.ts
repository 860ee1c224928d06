/** Colours of the chart, read from the tokens of the view that it stands in. */
export interface ChartPalette {
  readonly surface: string;
  readonly line: string;
  readonly text: string;
  readonly muted: string;
  readonly longs: string;
  readonly shorts: string;
  readonly mark: string;
  readonly own: string;
  readonly level: string;
  /** Sides are told by hatching, because the user's colours replace ours. */
  readonly hatched: boolean;
}

export function readPalette(element: Element): ChartPalette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim() || 'gray';
  return {
    surface: token('surface'),
    line: token('line'),
    text: token('text'),
    muted: token('muted'),
    longs: token('longs'),
    shorts: token('shorts'),
    mark: token('mark'),
    own: token('own'),
    level: token('level'),
    hatched: token('hatch') === '1',
  };
}
