import type { MapChoices } from '../../../../core/ledger/settings/map-choices.ts';
import { type HeatColours, shadesOf } from '../../../../core/report/heat-map/heat-pixels.ts';
import { viridisShades } from '../../../../core/report/heat-map/viridis.ts';
import type { Settings } from '../../../../core/ledger/settings/settings.ts';
import { paletteOf } from '../../../ui/palette.ts';
import type { ChartColors } from '../chart-colors.ts';

/** How the heat map lies on a chart. */
export interface HeatTones {
  readonly colours: HeatColours;
  /** The brightest shades. */
  readonly longs: string;
  readonly shorts: string;
  readonly opacity: number;
  /** Around what is drawn in the user's own colours, which may be the chart's. */
  readonly surface: string;
  /** The user's own colours, of which both sides may have the same. */
  readonly hatched: boolean;
  /** A blend mode of CSS, so that what is drawn below stays what it is. */
  readonly blend: 'screen' | 'multiply' | 'normal';
}

/** Measured by `test/inject/heat-contrast.spec.ts`: with more, candles lose their contrast. */
const OPACITY = {
  sides: { screen: 0.3, multiply: 0.4, normal: 0.25 },
  viridis: { screen: 0.22, multiply: 0.36, normal: 0.25 },
} as const;

/** The user's own colours have names instead of figures. */
const GREY = [128, 128, 128] as const;

/** @param theme of the page, whatever the panel's is */
export function heatTones(
  colors: ChartColors,
  palette: Settings['palette'],
  theme: 'dark' | 'light',
  scale: MapChoices['scale'],
): HeatTones {
  const isForced = !colors.longs.startsWith('#');
  const { longs, shorts } = paletteOf(theme, palette, isForced);
  const blend = isForced ? 'normal' : theme === 'dark' ? 'screen' : 'multiply';
  const opacity = OPACITY[scale][blend];
  const shades = (colour: string) => {
    const rgb = rgbOf(colour);
    return shadesOf(rgb, rgb, opacity);
  };
  const one = scale === 'viridis' && !isForced ? viridisShades(theme, opacity) : null;
  const colours = { long: one ?? shades(longs), short: one ?? shades(shorts), isHatched: isForced };
  return {
    colours,
    longs,
    shorts,
    opacity,
    surface: colors.surface,
    hatched: isForced,
    blend,
  };
}

function rgbOf(colour: string): readonly [number, number, number] {
  const [red, green, blue] = (colour.match(/[0-9a-f]{2}/gi) ?? []).map((text) => Number.parseInt(text, 16));
  return colour.startsWith('#') ? [red ?? 0, green ?? 0, blue ?? 0] : GREY;
}
