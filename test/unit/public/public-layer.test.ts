import { describe, expect, test } from 'vitest';

import { survivors, withKnown, withoutKnown } from '../../../core/engine/public/public-layer.ts';
import { createBars } from '../../../core/market/bars.ts';
import { binOf, type LiquidationMap } from '../../../core/market/liquidation-map.ts';
import { buildPublicPosition } from '../../support/public-positions.ts';

describe('positions since they were read', () => {
  /** Three bars of five minutes: from 0, 300 and 600 s. */
  const bars = createBars(3, 300);
  bars.openTimeS.set([0, 300, 600]);
  bars.low.set([80, 95, 97]);
  bars.high.set([101, 102, 103]);

  test('end when a later bar reaches their liquidation price', () => {
    const lasting = buildPublicPosition({ atS: 300, liquidationPrice: 94.9 });
    const ended = buildPublicPosition({ atS: 300, liquidationPrice: 95 });

    expect(survivors([lasting, ended], bars)).toEqual([lasting]);
  });

  test('outlive what happened before they were read', () => {
    // The low of 80 is in the bar of 0 s, before the position was read.
    const position = buildPublicPosition({ atS: 1, liquidationPrice: 90 });

    expect(survivors([position], bars)).toEqual([position]);
  });

  test('end as shorts when a high reaches them, and never without a liquidation price', () => {
    const short = buildPublicPosition({ atS: 600, side: 'short', liquidationPrice: 103 });
    const unliquidatable = buildPublicPosition({ atS: 600, liquidationPrice: null });

    expect(survivors([short, unliquidatable], bars)).toEqual([unliquidatable]);
  });

  test('are all open while no bar has followed', () => {
    const position = buildPublicPosition({ atS: 900, liquidationPrice: 99 });

    expect(survivors([position], bars)).toEqual([position]);
  });
});

describe('the map', () => {
  const firstBin = binOf(80, 0.001);
  const column = (fill: number) => new Float64Array(400).fill(fill);
  const map: LiquidationMap = {
    price: 100,
    logStep: 0.001,
    firstBin,
    longExposureBase: column(1),
    shortExposureBase: column(2),
    longForcedBase: column(0.1),
    shortForcedBase: column(0.1),
    memory: 1,
  };
  const long = buildPublicPosition({ sizeBase: 50, liquidationPrice: 95 });

  test('gives up the share of a side that is known', () => {
    const rest = withoutKnown(
      map,
      [long, buildPublicPosition({ sizeBase: 50, liquidationPrice: null })],
      400,
    );

    // 100 of 400 coins of longs are known, wherever they would be liquidated.
    expect(rest.longExposureBase[7]).toBeCloseTo(0.75, 12);
    expect(rest.shortExposureBase[7]).toBe(2);
    expect(rest.longForcedBase).toEqual(map.longForcedBase);
  });

  test('is empty where more is known than there is', () => {
    expect(withoutKnown(map, [long], 40).longExposureBase[7]).toBe(0);
  });

  test('holds each known position in its own bin', () => {
    const bin = binOf(95, 0.001) - firstBin;
    const whole = withKnown(map, [long]);

    expect(whole.longExposureBase[bin]).toBe(51);
    expect(whole.longExposureBase[bin + 1]).toBe(1);
  });

  test('leaves out what its price has passed, and what lies beyond its end', () => {
    const passed = buildPublicPosition({ liquidationPrice: 100.5 });
    const beyond = buildPublicPosition({ liquidationPrice: 10 });

    expect(withKnown(map, [passed, beyond]).longExposureBase).toEqual(map.longExposureBase);
  });
});
