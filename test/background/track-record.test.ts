import { describe, expect, test } from 'vitest';

import { createMixture } from '../../core/engine/forecast/mixture.ts';
import { createPorts, createWorld, mortal, type World } from './support/fake-ports.ts';
import { HOUR_S, listen, live, poll, rowsOf, skillOf, START_S } from './support/heard-market.ts';

describe('the track record', () => {
  test('has a forecast of each hour, frozen before its outcome with every baseline', async () => {
    const world = createWorld(0);
    await listen(world, START_S - HOUR_S, START_S + 4 * HOUR_S);
    await live(world, 2);
    const frozen = await rowsOf(world, 'forecasts');

    expect(frozen.map(({ atS }) => atS)).toEqual([START_S, START_S + HOUR_S, START_S + 2 * HOUR_S]);
    expect(frozen[0]?.names).toEqual([
      'forecast',
      'refillMap',
      'steep',
      'steepest',
      'tiersKept',
      'tiersRemoved',
      'ladder',
      'volumeProfile',
    ]);
    expect(frozen[0]?.densities).toHaveLength(8 * 160);
  });

  test.each([
    ['nothing while no other has been heard either', 0, 0],
    ['half of what another has taught', 20, 10],
  ])('begins a coin that nobody has heard with %s', async (_, taught, begins) => {
    const world = createWorld(0);
    const logWeights = { refillMap: 0, steep: 0, steepest: taught };
    const mixture = { ...createMixture(), logWeights, windows: 50, erroredWindows: 50 };
    const value = { learntUntilS: 0, scoredUntilS: 0, mixture, reports: [] };
    await createPorts(world).database.commit([{ store: 'skill', key: ['ETHUSDT'], value }]);
    await listen(world, START_S - HOUR_S, START_S + 4 * HOUR_S);
    await live(world, 2);

    // The weight of `steepest` is .2 before any outcome, and .2 e^10 / (.8 + .2 e^10) = .9998 after such a lesson. It has .004
    // at the price where the others have .55 of .8, so that it has all but a twentieth there only if it weighs so much.
    const [first] = await rowsOf(world, 'forecasts');
    const overSteepest = (bin: number): number => {
      const [said, steepest] = ['forecast', 'steepest'].map(
        (name) => 160 * (first?.names.indexOf(name) ?? NaN),
      );
      return (first?.densities[said! + bin] ?? NaN) / (first?.densities[steepest! + bin] ?? NaN);
    };
    const isSteepest = Math.abs(Math.log(overSteepest(0) / overSteepest(20))) < 0.1;
    expect(isSteepest).toBe(begins > 0);
    // An hour is over in which the price went nowhere: the lesson stands, faded by an hour of thirty days.
    const learnt = (await skillOf(world))?.mixture.logWeights;
    expect(learnt?.['steepest']).toBeCloseTo(begins * Math.exp(-1 / 720), 6);
  });

  test('never changes what is frozen, nor freezes an hour that is under way', async () => {
    const world = createWorld(0);
    await listen(world, START_S - HOUR_S, START_S + 4 * HOUR_S);
    await poll(world, START_S + 40);
    const before = structuredClone(await rowsOf(world, 'forecasts'));
    await poll(world, START_S + 100);
    await poll(world, START_S + 1500);
    await poll(world, START_S + HOUR_S + 900);

    expect(await rowsOf(world, 'forecasts')).toEqual(before);
  });

  test(
    'scores an hour, four hours and a day when they are over, and says that it is too little yet',
    { timeout: 30_000 },
    async () => {
      const world = createWorld(0);
      await listen(world, START_S - HOUR_S, START_S + 30 * HOUR_S);
      await live(world, 25);
      const outcomes = await rowsOf(world, 'outcomes');
      const count = (hours: number) => outcomes.filter(({ horizonS }) => horizonS === hours * HOUR_S).length;

      // At 25:00:40 bars until 24:30 are settled, so that the last whole hour is 24:00.
      expect([count(1), count(4), count(24)]).toEqual([24, 21, 1]);
      const sides = outcomes.flatMap((outcome) => outcome.sides);
      const total = (column: Float64Array): number => column.reduce((sum, usd) => sum + usd, 0);
      for (const { firstUsd, firstUsdByVenue } of sides) {
        const apart = Object.values(firstUsdByVenue).reduce((sum, column) => sum + total(column), 0);
        expect(apart).toBeCloseTo(total(firstUsd), 3);
      }
      expect(Object.keys((await skillOf(world))?.mixture.venues ?? {}).length).toBeGreaterThan(0);
      const [report] = (await skillOf(world))?.reports ?? [];
      expect(report?.windows).toBeGreaterThan(10);
      expect(report?.verdict).toBe('too-little-heard');
      expect(world.reports.get('BTCUSDT')?.skill).toEqual(report);
    },
  );

  test('counts only what was listened to', async () => {
    const world = createWorld(0);
    await listen(world, START_S - HOUR_S, START_S + 1.5 * HOUR_S);
    await live(world, 4);
    const outcomes = (await rowsOf(world, 'outcomes')).filter(({ horizonS }) => horizonS === HOUR_S);

    expect(outcomes.map(({ atS, heardShare }) => [(atS - START_S) / HOUR_S, heardShare > 0])).toEqual([
      [0, true],
      [1, false],
    ]);
    expect(outcomes[1]?.sides).toEqual([]);
  });

  test('teaches the mixture each hour once, however often the worker dies', { timeout: 60_000 }, async () => {
    const before = createWorld(0);
    await listen(before, START_S - HOUR_S, START_S + 30 * HOUR_S);
    await live(before, 3);
    const copy = (): World => ({ ...before, rows: new Map(before.rows), reports: new Map(), requests: [] });
    const later = START_S + 4 * HOUR_S + 40;
    const whole = copy();
    const immortal = mortal(createPorts(whole), Infinity, true);
    await poll(whole, later, immortal.ports);
    const expected = await skillOf(whole);
    expect(expected?.mixture.windows).toBeGreaterThan(0);

    for (let call = 1; call <= immortal.calls(); call += 13) {
      const world = copy();
      const worker = mortal(createPorts(world), call, call % 2 === 0);
      await Promise.race([poll(world, later, worker.ports), worker.death]);
      await poll(world, later);
      expect(await skillOf(world), `killed at effect ${call}`).toEqual(expected);
    }
  });
});
