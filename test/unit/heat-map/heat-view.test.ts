import { describe, expect, test } from 'vitest';

import { frameHeat } from '../../../components/heat-map/heat-frame.ts';
import { homeView, panView, zoomView } from '../../../components/heat-map/heat-view.ts';

const NOW_S = Date.UTC(2026, 1, 5, 14) / 1000;
const bounds = { nowS: NOW_S, price: 1000 };
const view = { fromS: NOW_S - 36_000, untilS: NOW_S, low: 950, high: 1050 };

describe('a view', () => {
  test('of a day ends a little behind now and reaches six percent to both sides', () => {
    expect(homeView('day', NOW_S, 1000)).toEqual({
      fromS: NOW_S - 86_400,
      untilS: NOW_S + 4320,
      low: 940,
      high: 1060,
    });
  });

  test('is moved by shares of itself', () => {
    // A tenth of ten hours back, a fifth of a hundred dollars up.
    expect(panView(view, -0.1, 0.2, bounds)).toEqual({
      fromS: NOW_S - 39_600,
      untilS: NOW_S - 3600,
      low: 970,
      high: 1070,
    });
  });

  test('is not moved so far into the future that less than three quarters of it are past', () => {
    expect(panView(view, 5, 0, bounds)).toMatchObject({ fromS: NOW_S - 27_000, untilS: NOW_S + 9000 });
  });

  test('is zoomed around the place that is pointed at', () => {
    // Twice as close: five hours and fifty dollars are left; a quarter from the left and from below stays.
    expect(zoomView(view, { time: 2, price: 2 }, { x: 0.25, y: 0.25 }, bounds)).toEqual({
      fromS: NOW_S - 36_000 + 4500,
      untilS: NOW_S - 36_000 + 4500 + 18_000,
      low: 962.5,
      high: 1012.5,
    });
  });

  test('goes no closer than two hours and four thousandths of the price', () => {
    const close = zoomView(view, { time: 1000, price: 1000 }, { x: 0.5, y: 0.5 }, bounds);

    expect(close.untilS - close.fromS).toBe(7200);
    expect(close.high - close.low).toBeCloseTo(4, 9);
  });
});

describe('the frame', () => {
  const frame = frameHeat({ width: 300, height: 216, ratio: 2 }, view, 6, 0);

  test('leaves room for the prices at the left, the profile at the right and the times below', () => {
    // 8 + 6 digits of 6.4 px; a fifth of 300 px and a gap of 5; 16 px of times under 4 px of air; two pixels each.
    expect(frame).toMatchObject({ left: 93, top: 8, width: 600 - 93 - 120 - 10, height: 392 });
    expect(frame.profile).toEqual({ left: 480, width: 120 });
  });

  test('knows the pixel of a time and a price, and back', () => {
    expect([frame.xOf(view.fromS), frame.xOf(view.untilS)]).toEqual([93, 470]);
    expect([frame.yOf(1050), frame.yOf(950), frame.yOf(1000)]).toEqual([8, 400, 204]);
    expect(frame.atOf(frame.xOf(NOW_S - 1234))).toBeCloseTo(NOW_S - 1234, 6);
    expect(frame.priceOf(frame.yOf(987.6))).toBeCloseTo(987.6, 9);
  });
});
