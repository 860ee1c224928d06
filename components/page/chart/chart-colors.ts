import type { Settings } from '../../../core/ledger/settings/settings.ts';
import { type Palette, paletteOf } from '../../ui/palette.ts';

/** What the bands are drawn with. Sides are told by hatching and by name too where the user's colours replace ours or ours are too faint. */
export type ChartColors = Pick<
  Palette,
  'surface' | 'text' | 'level' | 'own' | 'longs' | 'shorts' | 'hatched'
>;

/** What the user has asked of colours: strong ones, or their own instead of everybody's. */
export type Contrast = 'usual' | 'more' | 'forced';

export const chartColors = (
  theme: 'dark' | 'light',
  palette: Settings['palette'],
  contrast: Contrast,
): ChartColors => {
  const colors = paletteOf(theme, palette, contrast === 'forced');
  return contrast === 'more' ? { ...colors, hatched: true } : colors;
};
