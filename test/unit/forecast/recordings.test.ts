import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DefinitionScore } from '../../../core/engine/skill/evaluate.ts';
import { forecastSeries, runForecast } from '../../../core/headless/forecast.ts';
import { runScore } from '../../../core/headless/score.ts';
import { readMarketPrints } from '../../../core/headless/recorded-market.ts';
import { recordingsDir } from '../../support/recordings.ts';
import { averageScores, readWorld, scoreMap, WORLD_NAMES, worldsDir } from '../../support/worlds.ts';

const recordings = recordingsDir();
const FROM = '2026-01-27T00:00:00Z';
const UNTIL = '2026-02-10T00:00:00Z';

interface ScoreFile {
  readonly first: DefinitionScore;
  readonly all: DefinitionScore;
}

describe.skipIf(recordings === null)(
  'on the forced orders recorded in January and February 2026 (needs the recordings)',
  () => {
    let folder = '';
    const scores = new Map<string, ScoreFile>();

    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'plimsoll-'));
      const forecast = join(folder, 'forecast.jsonl');
      const file = (name: string): string => join(recordings ?? '', name);
      const market = [
        '--bars',
        file('market/btcusdt-15m.csv.gz'),
        '--minutes',
        file('market/btc-mid-1m.csv.gz'),
        '--prints',
        file('liquidations/prints.csv.gz'),
      ];
      writeFileSync(forecast, runForecast([...market, '--from', FROM, '--until', UNTIL, '--every', '1h']));
      for (const horizon of ['1h', '4h']) {
        const text = runScore([
          ...market,
          '--forecast',
          forecast,
          '--windows',
          file('liquidations/recording-windows.csv'),
          '--train-until',
          UNTIL,
          '--test-from',
          FROM,
          '--test-until',
          UNTIL,
          '--horizon',
          horizon,
          '--json',
        ]);
        scores.set(horizon, JSON.parse(text) as ScoreFile);
      }
    }, 60_000);

    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    test('uniform loses 0.029 nats to distance at one hour, as published', () => {
      expect(scores.get('1h')?.first.scores['uniform']?.gain?.mean).toBeCloseTo(-0.029, 2);
    });

    test.each([
      ['1h', 0.026],
      ['4h', 0.024],
    ])(
      'first passage at %s gains at least %d nats over distance, and more than 0 surely',
      (horizon, least) => {
        const gain = scores.get(horizon)?.first.scores['forecast']?.gain;

        expect(gain?.mean).toBeGreaterThan(least);
        expect(gain?.p5).toBeGreaterThan(0);
      },
    );

    test.each(['1h', '4h'])('the dollars at %s are better than distance and uniform by 0.15', (horizon) => {
      expect(scores.get(horizon)?.first.scores['forecast']?.magnitude?.tweedie).toBeGreaterThan(0.15);
    });

    test('the maps that most tools draw lose to distance', () => {
      for (const name of ['tiers, none removed', 'tiers, removed', 'ladder at the price', 'volume profile']) {
        expect(scores.get('1h')?.first.scores[name]?.gain?.p95).toBeLessThan(0);
      }
    });

    test('on all prints nothing is claimed that distance does not give', () => {
      expect(Math.abs(scores.get('1h')?.all.scores['forecast']?.gain?.mean ?? 1)).toBeLessThan(0.01);
    });
  },
);

const worlds = worldsDir();

describe.skipIf(worlds === null)('on markets whose positions are known (needs the worlds)', () => {
  test.each(WORLD_NAMES)(
    'the exposure map of world %s is close to the truth',
    (name) => {
      const { bars, truths } = readWorld(worlds ?? '', name);
      const { prints } = readMarketPrints(join(worlds ?? '', name, 'prints.csv.gz'), bars);
      const truthAt = new Map(truths.map((truth) => [truth.atS, truth]));
      const scores: ReturnType<typeof scoreMap>[] = [];

      forecastSeries(
        { bars, minutes: null, prints, windows: null, positions: [] },
        { fromS: truths[0]?.atS ?? 0, untilS: truths.at(-1)?.atS ?? 0, everyS: 86_400 },
        (atS, { price, logStep, firstBin, exposureLong, exposureShort }) => {
          const truth = truthAt.get(atS);
          const inCoins = (usd: Float64Array) => usd.map((value) => value / price);
          const map = { logStep, firstBin, long: inCoins(exposureLong), short: inCoins(exposureShort) };
          if (truth !== undefined) scores.push(scoreMap(map, truth));
        },
      );

      const score = averageScores(scores);
      expect(scores).toHaveLength(20);
      expect(score.correlation).toBeGreaterThan(0.5);
      expect(score.wassersteinPercent).toBeLessThan(1);
      expect(score.dollarRatios[1]).toBeGreaterThan(0.5);
      expect(score.dollarRatios[1]).toBeLessThan(2);
    },
    60_000,
  );
});
