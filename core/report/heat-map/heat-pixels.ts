import { usdOfCell } from '../../market/map-cells.ts';
import { shadeOf, type Shading, SHADES } from './shade.ts';

/** Columns of a heat map, ready to be painted. */
export interface HeatColumns {
  readonly columns: number;
  readonly bins: number;
  /** By `column * bins + bin`, as `map-cells.ts` has them. */
  readonly cells: Uint8Array;
  /** The bin of each column's price, counted from the first bin: longs below it, shorts above; NaN: nothing is known. */
  readonly priceBin: Float64Array;
}

/** Colours as a canvas keeps them in 32 bits (alpha, blue, green, red), by shade from 0, which is transparent. */
export interface HeatColours {
  readonly long: Uint32Array;
  readonly short: Uint32Array;
  /** Both sides may have the same: gaps that fall through longs and rise through shorts tell them apart. */
  readonly isHatched?: boolean;
}

/** Rows from one gap to the next, rows of a gap, and rows that it goes on by in a column. */
const HATCH = { every: 10, gap: 3, slant: 2 } as const;

const isInGap = (row: number, column: number, isLong: boolean): boolean => {
  const along = (row + (isLong ? -column : column) * HATCH.slant) % HATCH.every;
  return (along < 0 ? along + HATCH.every : along) < HATCH.gap;
};

/** `red`, `green`, `blue` and `alpha` from 0 to 255 as one number of {@link HeatColours}. */
export const pixelOf = (red: number, green: number, blue: number, alpha: number): number =>
  ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;

/** Red, green and blue from 0 to 255. */
export type Rgb = readonly [number, number, number];

/** The shades of one side: `colour` from next to nothing to `opacity` of the brightest. */
export const shadesOf = (colour: Rgb, brightest: Rgb, opacity: number): Uint32Array =>
  shadesBy((share) => {
    const part = (index: 0 | 1 | 2): number =>
      Math.round(colour[index] + (brightest[index] - colour[index]) * share ** 2);
    return [part(0), part(1), part(2)];
  }, opacity);

/** Shades from next to nothing to `opacity`. @param colourAt the colour of a share of the brightest, above 0 to 1 */
export const shadesBy = (colourAt: (share: number) => Rgb, opacity: number): Uint32Array =>
  Uint32Array.from({ length: SHADES + 1 }, (_, shade) => {
    if (shade === 0) return 0;
    const share = shade / SHADES;
    return pixelOf(...colourAt(share), Math.round(255 * opacity * share ** 0.8));
  });

/**
 * Paints each column on rows of pixels: linear between the middles of two bins of one side, never across columns.
 * @param rowBin by row the place of its middle, in bins from the first bin's lower edge; any monotone scale
 * @param pixels `row * columns + column`, overwritten
 */
export function paintHeat(
  heat: HeatColumns,
  rowBin: Float64Array,
  shading: Shading,
  colours: HeatColours,
  pixels: Uint32Array,
): void {
  const { columns, bins, cells, priceBin } = heat;
  const usd = new Float64Array(bins);
  for (let column = 0; column < columns; column++) {
    const price = priceBin[column] ?? NaN;
    const start = column * bins;
    for (let bin = 0; bin < bins; bin++) usd[bin] = usdOfCell(cells[start + bin] ?? 0);
    for (let row = 0; row < rowBin.length; row++) {
      const at = (rowBin[row] ?? NaN) - 0.5;
      const lower = Math.floor(at);
      const share = at - lower;
      const below = usd[lower] ?? 0;
      const above = usd[lower + 1] ?? 0;
      const isLong = at < price;
      // A band ends where it ends: beside nothing its own dollars hold to the middle between the two.
      const value =
        below === 0 || above === 0 ? (share < 0.5 ? below : above) : below + (above - below) * share;
      const isDrawn = value > 0 && !(colours.isHatched === true && isInGap(row, column, isLong));
      const shade = isDrawn ? shadeOf(shading, value) : 0;
      pixels[row * columns + column] = (isLong ? colours.long : colours.short)[shade] ?? 0;
    }
  }
}
