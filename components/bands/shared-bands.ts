import type { SharedPicture } from '../share/shared-picture.ts';
import type { Palette } from '../ui/palette.ts';
import { frameBands } from './band-frame.ts';
import { drawBands, type BandPicture } from './draw-bands.ts';

/** The bands drawn anew at the size of the picture, without the user's own prices. */
export const drawSharedBands =
  (
    { bands, lines, decimals }: Pick<BandPicture, 'bands' | 'lines' | 'decimals'>,
    palette: Palette,
  ): SharedPicture['draw'] =>
  (surface, room) => {
    const others = lines.filter(({ kind }) => kind !== 'own');
    drawBands(surface, frameBands(room, bands, decimals), {
      bands,
      lines: others,
      decimals,
      palette,
      selected: null,
    });
  };
