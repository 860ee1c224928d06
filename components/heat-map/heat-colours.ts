import type { MapChoices } from '../../core/ledger/settings/map-choices.ts';
import { type HeatColours, type Rgb, shadesOf } from '../../core/report/heat-map/heat-pixels.ts';
import { viridisShades } from '../../core/report/heat-map/viridis.ts';
import type { Palette } from '../ui/palette.ts';

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];

const OPACITY = 0.95;

/**
 * Shades of both sides on a surface of ours: from near the surface to the brightest, which on a light one is the darkest.
 * The user's own colours take the place of either scale.
 */
export function heatColours(
  palette: Palette,
  theme: 'dark' | 'light',
  scale: MapChoices['scale'],
  rgbOf: (colour: string) => Rgb,
): HeatColours {
  if (scale === 'viridis' && !palette.hatched) {
    const shades = viridisShades(theme, OPACITY);
    return { long: shades, short: shades };
  }
  const shades = (colour: string) => {
    const side = rgbOf(colour);
    return theme === 'dark'
      ? shadesOf(mix(side, BLACK, 0.4), mix(side, WHITE, 0.2), OPACITY)
      : shadesOf(mix(side, WHITE, 0.3), mix(side, BLACK, 0.1), OPACITY);
  };
  return { long: shades(palette.longs), short: shades(palette.shorts) };
}

function mix(colour: Rgb, other: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2) => Math.round(colour[index] + (other[index] - colour[index]) * share);
  return [part(0), part(1), part(2)];
}

const GREY: Rgb = [128, 128, 128];

/** A colour of CSS in figures: a surface writes back what it was given, names of the system too. */
export function rgbBy(surface: CanvasRenderingContext2D): (colour: string) => Rgb {
  return (colour) => {
    surface.fillStyle = colour;
    const [, red, green, blue] = /^#(..)(..)(..)$/.exec(surface.fillStyle) ?? [];
    if (red === undefined || green === undefined || blue === undefined) return GREY;
    return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
  };
}
