import { expect, test } from 'vitest';
import { buildBaselineMaps, buildKnownPositionMaps } from '../../../core/engine/skill/baselines.ts';
import type { MapSnapshot } from '../../../core/engine/skill/snapshot.ts';

/** Three bars: open interest rises by 5 at 100, then the price falls to 97 and comes back. */
const BARS = {
  intervalS: 300,
  openTimeS: Float64Array.of(0, 300, 600),
  high: Float64Array.of(100, 100, 100),
  low: Float64Array.of(100, 100, 97),
  close: Float64Array.of(100, 100, 100),
  volumeBase: Float64Array.of(1, 1, 60),
  openInterestBase: Float64Array.of(10, 15, 14),
};

const massAt = (snapshot: MapSnapshot | undefined, side: 'long' | 'short', price: number): number =>
  snapshot?.[side][Math.floor(Math.log(price) / snapshot.logStep) - snapshot.firstBin] ?? 0;

const total = (column: ArrayLike<number> | undefined): number =>
  Array.from(column ?? []).reduce((sum, mass) => sum + mass, 0);

test('a rise of open interest is placed at the four leverages on both sides', () => {
  const [snapshot] = buildBaselineMaps(BARS, [600]).tiersKept;

  expect(massAt(snapshot, 'long', 99)).toBe(5);
  expect(massAt(snapshot, 'short', 110)).toBe(5);
  expect(total(snapshot?.long)).toBe(20);
});

test('only the removing variant forgets what the price has crossed', () => {
  const maps = buildBaselineMaps(BARS, [900]);

  // 99 (100x) and 98 (50x) were crossed by the low of 97; 96 and 90 were not.
  expect(total(maps.tiersKept[0]?.long)).toBe(20);
  expect(total(maps.tiersRemoved[0]?.long)).toBe(10);
});

test('bars that have not closed are not known', () => {
  const maps = buildBaselineMaps(BARS, [599]);

  expect(total(maps.tiersKept[0]?.long)).toBe(0);
});

test('the volume profile spreads a bar over its range', () => {
  const [snapshot] = buildBaselineMaps(BARS, [900]).volumeProfile;

  expect(total(snapshot?.long)).toBeCloseTo(62, 9);
  // floor(ln(97) / 0.001) = 4574 to floor(ln(100) / 0.001) = 4605: 32 bins of 10 bp.
  expect(massAt(snapshot, 'long', 98)).toBeCloseTo(60 / 32, 9);
});

test('known positions are taken from the latest snapshot before the time', () => {
  const position = { side: 'long' as const, liquidationPrice: 90, valueUsd: 7 };
  const positions = [
    { ...position, snapshotS: 100 },
    { ...position, snapshotS: 200, valueUsd: 9 },
  ];

  expect(buildKnownPositionMaps(positions, [50])).toEqual([]);
  expect(massAt(buildKnownPositionMaps(positions, [150])[0], 'long', 90)).toBe(7);
  expect(massAt(buildKnownPositionMaps(positions, [200])[0], 'long', 90)).toBe(9);
});
