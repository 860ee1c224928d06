import type { Settings } from '../../../core/ledger/settings/settings.ts';

/** What the bands are drawn with: the values of `tokens.css`, which does not reach the chart. */
export interface ChartColors {
  readonly surface: string;
  readonly text: string;
  readonly level: string;
  readonly long: string;
  readonly short: string;
  /** Sides are told by hatching and by name, because the user's colours replace ours or ours are too faint. */
  readonly hatched: boolean;
}

const NEUTRAL = {
  dark: { surface: '#12161c', text: '#e6eaf0', level: '#8d98a7' },
  light: { surface: '#ffffff', text: '#141a22', level: '#5b6674' },
} as const;

const SIDES = {
  'orange-blue': {
    dark: { long: '#f2994a', short: '#56a3f5' },
    light: { long: '#b35900', short: '#1f6fd0' },
  },
  'green-red': {
    dark: { long: '#f0616d', short: '#2ebd85' },
    light: { long: '#c22f3d', short: '#17785a' },
  },
} as const;

/** What the user has asked of colours: strong ones, or their own instead of everybody's. */
export type Contrast = 'usual' | 'more' | 'forced';

/** The browser puts in what each name stands for. */
const FORCED: ChartColors = {
  surface: 'Canvas',
  text: 'CanvasText',
  level: 'CanvasText',
  long: 'CanvasText',
  short: 'CanvasText',
  hatched: true,
};

export const chartColors = (
  theme: 'dark' | 'light',
  palette: Settings['palette'],
  contrast: Contrast,
): ChartColors =>
  contrast === 'forced'
    ? FORCED
    : { ...NEUTRAL[theme], ...SIDES[palette][theme], hatched: contrast === 'more' };
