/** Figures and a few letters for pictures made without a browser: five by seven pixels, a row a number, the left pixel in bit 4. */
const GLYPHS: Readonly<Record<string, readonly number[]>> = {
  '0': [14, 17, 19, 21, 25, 17, 14],
  '1': [4, 12, 4, 4, 4, 4, 14],
  '2': [14, 17, 1, 2, 4, 8, 31],
  '3': [31, 2, 4, 2, 1, 17, 14],
  '4': [2, 6, 10, 18, 31, 2, 2],
  '5': [31, 16, 30, 1, 1, 17, 14],
  '6': [6, 8, 16, 30, 17, 17, 14],
  '7': [31, 1, 2, 4, 8, 8, 8],
  '8': [14, 17, 17, 14, 17, 17, 14],
  '9': [14, 17, 17, 15, 1, 2, 12],
  '.': [0, 0, 0, 0, 0, 12, 12],
  ',': [0, 0, 0, 0, 12, 4, 8],
  ':': [0, 12, 12, 0, 12, 12, 0],
  '-': [0, 0, 0, 31, 0, 0, 0],
  '%': [24, 25, 2, 4, 8, 19, 3],
  k: [16, 16, 18, 20, 24, 20, 18],
  M: [17, 27, 21, 21, 17, 17, 17],
  B: [30, 17, 17, 30, 17, 17, 30],
};

export const GLYPH_WIDTH = 6;
export const GLYPH_HEIGHT = 7;

/** Calls `set` for each pixel of `text`, its upper left corner at 0, 0; what has no glyph is a gap. */
export function eachTextPixel(text: string, set: (x: number, y: number) => void): void {
  text.split('').forEach((letter, index) =>
    GLYPHS[letter]?.forEach((row, y) => {
      for (let bit = 0; bit < 5; bit++) if (((row >> (4 - bit)) & 1) === 1) set(index * GLYPH_WIDTH + bit, y);
    }),
  );
}
