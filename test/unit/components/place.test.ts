import { describe, expect, test } from 'vitest';

import { dockPlace, fitPlace, undockedPlace } from '../../../components/overlay/place.ts';

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
    expect(dockPlace([book, chart], window)).toEqual({
      right: 1112,
      top: 206,
      width: 320,
      height: 480,
      form: 'open',
    });
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

  test('without a chart is the right edge, and the strip alone in a narrow window', () => {
    expect(undockedPlace(window)).toMatchObject({ right: 16, top: 96, form: 'open' });
    expect(undockedPlace({ width: 720, height: 450 })).toMatchObject({ right: 16, form: 'strip' });
  });

  test('is none where the chart would be hidden behind the panel, or there is no chart', () => {
    expect(dockPlace([{ ...chart, width: 600 }], window)).toBeNull();
    expect(dockPlace([{ ...chart, height: 250 }], window)).toBeNull();
    expect(dockPlace([], window)).toBeNull();
  });
});
