/**
 * Relative luminance, 0 to 1, of a colour whose parts are 0 to 255.
 * @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
 */
export function luminanceOf(color: readonly [red: number, green: number, blue: number]): number {
  const [red = NaN, green = NaN, blue = NaN] = color.map((part) => {
    const share = part / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
