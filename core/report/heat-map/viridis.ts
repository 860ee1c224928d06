import { type Rgb, shadesBy } from './heat-pixels.ts';

/** Ten evenly spaced colours of viridis, by S. van der Walt and N. Smith for Matplotlib, public domain (CC0). */
const STOPS: readonly Rgb[] = [
  [0x44, 0x01, 0x54],
  [0x48, 0x28, 0x78],
  [0x3e, 0x49, 0x89],
  [0x31, 0x68, 0x8e],
  [0x26, 0x82, 0x8e],
  [0x1f, 0x9e, 0x89],
  [0x35, 0xb7, 0x79],
  [0x6e, 0xce, 0x58],
  [0xb5, 0xde, 0x2b],
  [0xfd, 0xe7, 0x25],
];

/**
 * Shades that every eye, colour-blind ones too, sees in their order, in grey as well: from what is near the background to
 * what is farthest from it. Of both sides the same, which the price tells apart.
 */
export const viridisShades = (theme: 'dark' | 'light', opacity: number): Uint32Array =>
  shadesBy((share) => colourAt(theme === 'dark' ? share : 1 - share), opacity);

function colourAt(share: number): Rgb {
  const place = share * (STOPS.length - 1);
  const lower = Math.min(Math.floor(place), STOPS.length - 2);
  const part = (index: 0 | 1 | 2): number => {
    const [from, to] = [STOPS[lower]?.[index] ?? 0, STOPS[lower + 1]?.[index] ?? 0];
    return Math.round(from + (to - from) * (place - lower));
  };
  return [part(0), part(1), part(2)];
}
