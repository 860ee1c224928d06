import { expect, test } from 'vitest';

import { paletteOf } from '../../components/ui/palette.ts';
import tokens from '../../components/ui/tokens.css?raw';
import { luminanceOf } from '../support/luminance.ts';

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

/** The tokens of `selector` in the style sheet. */
const tokensOf = (selector: string): Readonly<Record<string, string>> => {
  const [, body = ''] = tokens.split(`\n${selector} {`)[1]?.match(/^([^}]*)/) ?? [];
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+): (#\w+);/g)].map(([, name, value]) => [name, value]),
  );
};

/** Of a colour as `#rrggbb`. */
function luminance(color: string): number {
  const part = (at: number): number => Number.parseInt(color.slice(at, at + 2), 16);
  return luminanceOf([part(1), part(3), part(5)]);
}

function contrastOf(one: string, other: string): number {
  const [lighter = NaN, darker = NaN] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const LIGHT = ".plimsoll[data-theme='light']";
const GREEN_RED = ".plimsoll[data-palette='green-red']";

// A page's own colours under the panel keep a browser's check of it from saying anything.
test.each([
  ['dark', ['.plimsoll']],
  ['light', ['.plimsoll', LIGHT]],
  ['dark, in green and red,', ['.plimsoll', GREEN_RED]],
  ['light, in green and red,', ['.plimsoll', LIGHT, `${GREEN_RED}[data-theme='light']`]],
] as const)(
  'what is written in the %s theme stands out from what is behind it by 4.5 to 1',
  (_, selectors) => {
    const colors = Object.assign({}, ...selectors.map(tokensOf)) as Record<string, string>;
    for (const behind of ['surface', 'raised'])
      for (const name of ['text', 'muted', 'longs', 'shorts', 'mark', 'own', 'level', 'warn', 'bad', 'good'])
        expect(
          contrastOf(colors[name] ?? '', colors[behind] ?? ''),
          `${name} on ${behind}`,
        ).toBeGreaterThanOrEqual(4.5);
  },
);
