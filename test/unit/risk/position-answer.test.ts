import { describe, expect, test } from 'vitest';
import type { SavedPosition } from '../../../core/market/position.ts';
import { answerPosition, type AnswerQuestion } from '../../../core/risk/position-answer.ts';
import { terminalFromSamples } from '../../support/terminal-from-samples.ts';
import { constantVolatility } from '../../../core/risk/touch/volatility-forecast.ts';
import { countReads } from '../../support/count-reads.ts';
import { buildReport } from '../../support/sample-report.ts';

const position: SavedPosition = {
  id: 'one',
  venue: 'binance',
  base: 'BTC',
  side: 'long',
  entryPrice: 91_000,
  size: { unit: 'base', value: 0.5 },
  margin: { kind: 'leverage', leverage: 12 },
  marginMode: 'isolated',
  walletBalanceUsd: null,
  addedMarginUsd: 0,
  stopPrice: 88_000,
  horizonHours: 48,
};

const distances = Array.from({ length: 200 }, (_, index) => index * 0.002);
const draws = Array.from({ length: 200 }, (_, draw) =>
  terminalFromSamples(
    distances,
    distances.map((distance) => distance * (1 + (distance > 0.02 ? draw / 400 : 0))),
  ),
);

const build = (overrides: Partial<AnswerQuestion> = {}): AnswerQuestion => ({
  position,
  context: { tiers: null },
  report: buildReport(),
  forecast: constantVolatility(0.0006),
  draws,
  wishes: {
    equityUsd: 20_000,
    riskShare: 0.02,
    feeRate: 0.001,
    targetVolatility: 0.8,
    ruinProbability: 0.02,
    depth: { atOnePercentUsd: 80e6 },
    edge: null,
  },
  ...overrides,
});

describe('the whole answer for one position', () => {
  test('says where, how likely, what lies between and what to change', () => {
    const answer = answerPosition(build());

    // 0.5 * 91,000 / 12 of margin; 45,500 is in the first tier of 0.4 %: 91,000 * (11 / 12) / 0.996.
    expect(answer.liquidation.liquidationPrice).toBeCloseTo((91_000 * (11 / 12)) / 0.996, 6);
    expect(answer.touch?.map(({ horizonHours }) => horizonHours)).toEqual([4, 24, 168, 48]);
    expect(answer.path?.forcedUsd).toBeGreaterThan(0);
    expect(answer.path?.clusters.length).toBeGreaterThan(0);
    expect(answer.stops?.candidates.length).toBeGreaterThan(0);
    expect(answer.size?.binding).toBe('risk');
    expect(answer.funding).not.toBeNull();
    expect(
      answer.ladder.some(({ marginRatio }) => marginRatio !== null && Math.abs(marginRatio - 1) < 1e-9),
    ).toBe(true);
  });

  test('is never less likely to be liquidated with cascades than without', () => {
    const touch = answerPosition(build()).touch ?? [];

    for (const { plain, withCascade } of touch) expect(withCascade).toBeGreaterThan(plain);
    expect(answerPosition(build({ draws: [] })).touch?.[0]?.withCascade).toBeNull();
  });

  test('leaves out what its data is missing for', () => {
    const bare = { ...buildReport(), map: null, atr1dUsd: null };
    const answer = answerPosition(build({ report: bare, forecast: null, wishes: null, draws: [] }));

    expect(answer).toMatchObject({ touch: null, path: null, stops: null, size: null, leverageForStop: null });
    expect(answer.liquidation.liquidationPrice).not.toBeNull();
  });

  test('follows sliders: a step reads the map twenty times over and asks each draw as often', () => {
    const report = buildReport();
    const { map } = report;
    if (map === null) throw new Error('no map');
    const columns = [countReads(map.longForcedUsd), countReads(map.longExposureUsd)];
    const [forced, exposure] = columns.map(({ values }) => values);
    let asked = 0;
    const question = build({
      report: { ...report, map: { ...map, longForcedUsd: forced ?? [], longExposureUsd: exposure ?? [] } },
      draws: draws.map((terminal) => (distance: number) => {
        asked++;
        return terminal(distance);
      }),
    });
    for (let leverage = 2; leverage < 62; leverage++)
      answerPosition({ ...question, position: { ...position, margin: { kind: 'leverage', leverage } } });
    const reads = columns.reduce((sum, column) => sum + column.reads(), 0);

    // A step reads 18 times as much as the map has bins, and asks a draw 23 times.
    expect(reads / 60 / map.longForcedUsd.length).toBeLessThan(25);
    expect(asked / 60 / draws.length).toBeLessThan(35);
  });
});
