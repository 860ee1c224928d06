import { expect, test } from 'vitest';

import { paletteOf } from '../../components/ui/palette.ts';

test.each([
  ['dark', 'orange-blue', '#12161c', '#f2994a', '#56a3f5'],
  ['light', 'orange-blue', '#ffffff', '#b35900', '#1f6fd0'],
  ['dark', 'green-red', '#12161c', '#f0616d', '#2ebd85'],
  ['light', 'green-red', '#ffffff', '#c22f3d', '#17785a'],
] as const)('in the %s theme with the palette %s', (theme, palette, surface, longs, shorts) => {
  expect(paletteOf(theme, palette, false)).toMatchObject({ surface, longs, shorts, hatched: false });
});

test("the user's own colours have the browser's names, and sides are hatched", () => {
  expect(paletteOf('light', 'green-red', true)).toMatchObject({
    surface: 'Canvas',
    longs: 'CanvasText',
    level: 'GrayText',
    hatched: true,
  });
});
