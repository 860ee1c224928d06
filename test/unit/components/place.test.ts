import { expect, test } from 'vitest';

import { fitPlace } from '../../../components/overlay/place.ts';

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
