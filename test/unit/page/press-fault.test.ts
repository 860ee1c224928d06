import { describe, expect, test } from 'vitest';

import { type Effects, type Look, pressFault } from '../../../components/page/guard/press-fault.ts';

const NO_EFFECTS: Effects = { opacity: 1, transform: 'none', cuts: ['none', ''], tints: ['none', 'normal'] };

/** 320 by 480, 16 px from the right edge of a page without a scroll bar. */
const OWN = { right: 16, top: 96, width: 320, height: 480 };

const look = (differences: Partial<Look> = {}): Look => ({
  isPut: true,
  own: OWN,
  seen: OWN,
  zoom: 1,
  effects: [NO_EFFECTS, NO_EFFECTS],
  isPictured: false,
  isOnTop: true,
  ...differences,
});

const SEEN = { isVisible: true, forMs: 300 };

describe('a press counts', () => {
  test.each([
    ['where the panel stands as we laid it out', {}],
    ['beside a scroll bar of 15 px', { seen: { ...OWN, right: 31 } }],
    ['where the layout was rounded', { seen: { ...OWN, top: 96.5, width: 319.6 } }],
    ['on a page that is enlarged as a whole', { zoom: 2 }],
    [
      'on a page that was moved by nothing',
      { effects: [{ ...NO_EFFECTS, transform: 'matrix(1, 0, 0, 1, 0, 0)' }] },
    ],
  ])('%s', (_where, differences) => {
    expect(pressFault(look(differences), null)).toBeNull();
    expect(pressFault(look(differences), SEEN)).toBeNull();
  });

  test('on a page whose colours somebody has turned, unless it lowers a warning', () => {
    const turned = look({ effects: [{ ...NO_EFFECTS, tints: ['invert(1)', 'normal'] }] });

    expect(pressFault(turned, null)).toBeNull();
    expect(pressFault(turned, SEEN)).toBe('changed');
  });
});

describe('no press counts where the panel is', () => {
  test.each([
    ['in another element', { isPut: false }],
    ['three times as large', { seen: { ...OWN, width: 960, height: 1440 } }],
    ['wider by 2 px', { seen: { ...OWN, width: 322 } }],
    ['lower by 2 px', { seen: { ...OWN, top: 98 } }],
    ['farther to the right by 2 px', { seen: { ...OWN, right: 14 } }],
    ['farther to the left than a scroll bar is wide', { seen: { ...OWN, right: 38 } }],
    ['enlarged with the page to more than twice its size', { zoom: 2.1 }],
    ['reduced with the page to less than half', { zoom: 0.4 }],
  ] as const)('%s', (_where, differences) => {
    expect(pressFault(look(differences), null)).toBe('moved');
  });

  test.each([
    ['faded', { opacity: 0.01 }],
    ['scaled', { transform: 'matrix(2, 0, 0, 2, 0, 0)' }],
    ['turned in space', { transform: 'matrix3d(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1)' }],
    ['clipped', { cuts: ['inset(0px 90% 0px 0px)'] }],
    ['masked', { cuts: ['none', 'linear-gradient(rgba(0, 0, 0, 0), rgba(0, 0, 0, 0))'] }],
  ])('%s with its host or with the page', (_how, differences) => {
    const changed = { ...NO_EFFECTS, ...differences };

    expect(pressFault(look({ effects: [changed, NO_EFFECTS] }), null)).toBe('changed');
    expect(pressFault(look({ effects: [NO_EFFECTS, changed] }), null)).toBe('changed');
  });

  test('behind something that takes the press', () => {
    expect(pressFault(look({ isOnTop: false }), null)).toBe('covered');
  });
});

describe('what lowers a warning', () => {
  test('must be seen by the browser’s word, which the rest does without', () => {
    const hidden = { isVisible: false, forMs: 10_000 };

    expect(pressFault(look(), hidden)).toBe('covered');
    expect(pressFault(look(), null)).toBeNull();
  });

  test('must have been seen for 300 ms', () => {
    expect(pressFault(look(), { isVisible: true, forMs: 299 })).toBe('new');
    expect(pressFault(look(), SEEN)).toBeNull();
  });

  test('does not count under a picture of another page', () => {
    expect(pressFault(look({ isPictured: true }), SEEN)).toBe('covered');
  });
});
