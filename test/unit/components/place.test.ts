import { describe, expect, test } from 'vitest';

import { cornerOf, dockPlace, FIRST_PLACE, fitPlace, movePlace } from '../../../components/overlay/place.ts';

const place = { right: 16, top: 96, width: 300, height: 480, form: 'open' } as const;

test('a place that fits stays', () => {
  expect(fitPlace(place, { width: 1280, height: 800 })).toEqual(place);
});

test('a panel that was left outside a smaller window comes back into it', () => {
  const fitted = fitPlace({ ...place, right: 2000, top: 1500 }, { width: 1280, height: 800 });

  // 1280 - 300 and 800 - 28: the strip can still be grasped.
  expect(fitted).toMatchObject({ right: 980, top: 772 });
});

test('a panel is never larger than the window nor too small to read', () => {
  expect(fitPlace({ ...place, width: 5000, height: 5000 }, { width: 1000, height: 700 })).toMatchObject({
    width: 984,
    height: 684,
  });
  expect(fitPlace({ ...place, width: 1, height: 1 }, { width: 1000, height: 700 })).toMatchObject({
    width: 260,
    height: 220,
  });
});

describe('the first place', () => {
  const window = { width: 1440, height: 900 };
  const chart = { left: 0, top: 170, width: 870, height: 540, isFrame: false };

  test('is inside the largest chart, at its left edge under the legend', () => {
    const book = { left: 1100, top: 170, width: 400, height: 300, isFrame: false };

    // 8 from the left edge: 1440 - 8 - 320 from the right. 36 for the legend: 540 - 36 - 8 = 496, more than the 480 wanted.
    expect(dockPlace([book, chart], window)).toMatchObject({
      right: 1112,
      top: 206,
      width: 320,
      height: 480,
    });
  });

  test('of the card is at the foot of the candles, over the oldest of them', () => {
    // 1440 - 8 - 248; seven tenths of 540 below 170, less its height of 112: 170 + 378 - 112.
    expect(dockPlace([chart], window)).toMatchObject({ cardRight: 1184, cardTop: 436 });
    // In a window that ends at 500 it keeps 8 from the edge: 500 - 8 - 112.
    expect(dockPlace([chart], { ...window, height: 500 })).toMatchObject({ cardTop: 380 });
  });

  test('leaves room for the tool bars of a chart in a frame', () => {
    expect(dockPlace([{ ...chart, isFrame: true }], window)).toMatchObject({
      right: 1064,
      top: 242,
      height: 460,
    });
  });

  test('does not reach below the window', () => {
    // 600 - 206 - 8
    expect(dockPlace([chart], { width: 1440, height: 600 })).toMatchObject({ height: 386 });
  });

  test('without a chart is the card at the right edge', () => {
    expect(FIRST_PLACE).toMatchObject({ right: 16, top: 96, form: 'card' });
  });

  test('is none where the chart would be hidden behind the panel, or there is no chart', () => {
    expect(dockPlace([{ ...chart, width: 600 }], window)).toBeNull();
    expect(dockPlace([{ ...chart, height: 250 }], window)).toBeNull();
    expect(dockPlace([], window)).toBeNull();
  });
});

describe('the card has a place of its own', () => {
  const own = { ...place, cardRight: 900, cardTop: 400 };

  test('once it was given one; before, it stands where the panel does', () => {
    expect(cornerOf({ ...place, form: 'card' })).toEqual({ right: 16, top: 96 });
    expect(cornerOf({ ...own, form: 'card' })).toEqual({ right: 900, top: 400 });
    expect(cornerOf(own)).toEqual({ right: 16, top: 96 });
  });

  test('which moves without the panel, and the panel without it', () => {
    expect(movePlace({ ...own, form: 'card' }, -10, 5)).toEqual({
      ...own,
      form: 'card',
      cardRight: 910,
      cardTop: 405,
    });
    expect(movePlace(own, -10, 5)).toEqual({ ...own, right: 26, top: 101 });
  });

  test('which comes back into a smaller window with its own width', () => {
    // 1280 - 248
    expect(fitPlace({ ...own, cardRight: 2000 }, { width: 1280, height: 800 })).toMatchObject({
      cardRight: 1032,
      cardTop: 400,
    });
  });
});
