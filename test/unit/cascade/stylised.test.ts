import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawAssumptions, simulateCascade } from '../../../core/cascade/simulate-cascade.ts';
import { solveCascade } from '../../support/solve-cascade.ts';
import { recordingsDir } from '../../support/recordings.ts';
import { buildProfile } from './build-profile.ts';

interface StylisedCase {
  readonly name: string;
  readonly price: number;
  readonly shockLogDistance: number;
  readonly forcedCumulativeBillionUsd: readonly number[];
  readonly depthCumulativeBillionUsd: readonly number[];
  readonly dailySigma: number;
  readonly dailyVolumeBillionUsd: number;
  readonly latentY: number;
  readonly expected: readonly {
    readonly stress: number;
    readonly ridersAlong: number;
    readonly terminalPrice: number;
    readonly forcedBillionUsd: number;
    readonly amplification: number;
  }[];
  readonly monteCarloAmplification: { readonly p5: number; readonly p50: number; readonly p95: number };
}

const recordings = recordingsDir();
const cases: readonly StylisedCase[] =
  recordings === null
    ? []
    : (
        JSON.parse(readFileSync(join(recordings, 'cascade', 'stylised.json'), 'utf8')) as {
          cases: StylisedCase[];
        }
      ).cases;

const profileOf = (stylised: StylisedCase) =>
  buildProfile(
    stylised.forcedCumulativeBillionUsd,
    stylised.depthCumulativeBillionUsd,
    stylised.dailyVolumeBillionUsd,
    stylised.dailySigma,
  );

const relativeError = (value: number, reference: number): number => Math.abs(value / reference - 1);

describe.skipIf(recordings === null)('stylised replays (skipped without the recordings)', () => {
  test('every terminal, forced amount and amplification is within 2 % of the reference', () => {
    const errors = cases.flatMap((stylised) =>
      stylised.expected.flatMap((expected) => {
        const end = solveCascade(profileOf(stylised), stylised.shockLogDistance, {
          ridersAlong: expected.ridersAlong,
          haircut: 1,
          survival: 1 / expected.stress,
          latentY: stylised.latentY,
        });
        return [
          relativeError(stylised.price * Math.exp(-end.terminalDistance), expected.terminalPrice),
          relativeError(end.forcedUsd, expected.forcedBillionUsd * 1e9),
          relativeError(end.amplification, expected.amplification),
        ];
      }),
    );

    expect(errors).toHaveLength(90);
    expect(Math.max(...errors)).toBeLessThan(0.02);
  });

  test('the quantiles of the amplification are within 2 % of the reference', () => {
    const draws = drawAssumptions(7, 20_000);

    const errors = cases.flatMap((stylised) => {
      const { amplification } = simulateCascade(profileOf(stylised), stylised.shockLogDistance, draws, 1);
      const { p5, p50, p95 } = stylised.monteCarloAmplification;
      return [
        relativeError(amplification.p5, p5),
        relativeError(amplification.p50, p50),
        relativeError(amplification.p95, p95),
      ];
    });

    expect(Math.max(...errors)).toBeLessThan(0.02);
  });
});
