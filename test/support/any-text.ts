import { type Arbitrary, integer, string } from 'fast-check';

/** Code points from here on are halves of others, and no characters. */
const SURROGATES = 0xd800;
const SURROGATE_COUNT = 0x800;
const LAST = 0x10ffff;

/** What fast-check has as `unit: 'binary'`, which writes a table of a million characters to know one again. */
const character = integer({ min: 0, max: LAST - SURROGATE_COUNT }).map(
  (index) => String.fromCodePoint(index < SURROGATES ? index : index + SURROGATE_COUNT),
  (value) => {
    const point = typeof value === 'string' ? (value.codePointAt(0) ?? NaN) : NaN;
    const isOne = Number.isFinite(point) && String.fromCodePoint(point) === value;
    if (!isOne || (point >= SURROGATES && point < SURROGATES + SURROGATE_COUNT))
      throw new TypeError('not a character');
    return point < SURROGATES ? point : point - SURROGATE_COUNT;
  },
);

/** Any text of whole characters; now and then the name of something that every object has. */
export const anyText = (maxLength: number): Arbitrary<string> => string({ unit: character, maxLength });
