import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exposureIntervals, type PriceRange } from '../../../core/engine/forecast/intervals.ts';
import { findClusters } from '../../../core/engine/index.ts';
import { quantile } from '../../../core/market/quantile.ts';
import type { DefinitionScore } from '../../../core/engine/skill/evaluate.ts';
import { placeRecorded } from '../../../core/engine/placement.ts';
import { readBars } from '../../../core/headless/csv-formats.ts';
import { forecastSeries, runForecast } from '../../../core/headless/forecast.ts';
import { runScore } from '../../../core/headless/score.ts';
import { readMarketOrders } from '../../../core/headless/recorded-market.ts';
import { coverageText, type EdgeCoverage, edgeCoverage, trueMap } from '../../support/edge-coverage.ts';
import { recordingsDir } from '../../support/recordings.ts';
import {
  averageScores,
  type Exposure,
  type MapScore,
  readWorld,
  scoreMap,
  WORLD_NAMES,
  worldsDir,
} from '../../support/worlds.ts';

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

    test('uniform loses to distance by first passage, and nothing to it on all orders', () => {
      expect(scores.get('1h')?.first.scores['uniform']?.gain?.p95).toBeLessThan(0);
      expect(scores.get('1h')?.all.scores['uniform']?.gain?.mean).toBe(0);
    });

    test.each([
      ['1h', 0.027],
      ['4h', 0.029],
    ])(
      'first passage at %s gains at least %d nats over distance, and more than 0 surely',
      (horizon, least) => {
        const gain = scores.get(horizon)?.first.scores['forecast']?.gain;

        expect(gain?.mean).toBeGreaterThan(least);
        expect(gain?.p5).toBeGreaterThan(0);
      },
    );

    test.each(['1h', '4h'])('the dollars at %s are better than distance and uniform by 0.16', (horizon) => {
      expect(scores.get(horizon)?.first.scores['forecast']?.magnitude?.tweedie).toBeGreaterThan(0.16);
    });

    test('the maps that most tools draw lose to distance', () => {
      for (const name of [
        'tiers, none removed',
        'tiers, removed',
        'turnover ladder',
        'ladder at the price',
        'volume profile',
      ]) {
        expect(scores.get('1h')?.first.scores[name]?.gain?.p95).toBeLessThan(0);
      }
    });

    test('on all orders nothing is claimed that distance does not give', () => {
      const gain = scores.get('1h')?.all.scores['forecast']?.gain?.mean;

      expect(gain).toBeLessThan(0.005);
      expect(gain).toBeGreaterThan(-0.03);
    });
  },
);

describe.skipIf(recordings === null)('on a recorded feed of fills (needs the recordings)', () => {
  const file = (name: string): string => join(recordings ?? '', 'pacifica', name);
  const bars = () => readBars(file('btc-bars.csv.gz'));

  test('orders stand at their fills, whatever price a recorder wrote beside them', () => {
    const market = bars();
    const { orders } = readMarketOrders(file('btc-prints.csv.gz'), market);
    const asTold = orders.map((order) => ({ ...order, orderPrice: order.marketPrice ?? NaN }));
    const errors = [orders, asTold].map((told) =>
      placeRecorded(told, market).map(({ price, marketPrice = NaN }) => Math.abs(price / marketPrice - 1)),
    );

    // Nine in ten to a basis point; the others lay outside what Binance, whose bars these are, traded then.
    for (const list of errors) expect(quantile(list, 0.9)).toBeLessThan(1e-4);
  });
});

const worlds = worldsDir();

describe.skipIf(worlds === null)('on markets whose positions are known (needs the worlds)', () => {
  const measured = new Map<string, WorldScore>();

  beforeAll(() => {
    for (const name of WORLD_NAMES) measured.set(name, measureWorld(worlds ?? '', name));
  }, 120_000);

  test.each(WORLD_NAMES)('the exposure map of world %s is close to the truth', (name) => {
    const { days, score } = measured.get(name) ?? {};

    expect(days).toBe(20);
    expect(score?.correlation).toBeGreaterThan(0.5);
    expect(score?.wassersteinPercent).toBeLessThan(1);
    expect(score?.dollarRatios[1]).toBeGreaterThan(0.5);
    expect(score?.dollarRatios[1]).toBeLessThan(2);
  });

  test.each(['clusters', 'atRisk'] as const)(
    'the interval of %s covers the truth 70 to 90 times in a hundred',
    (kind) => {
      const covered = [...measured.values()].flatMap((world) => world[kind]);
      const share = covered.filter(Boolean).length / covered.length;

      console.info(`coverage of ${kind}: ${(100 * share).toFixed(0)} % of ${covered.length}`);
      expect(share).toBeGreaterThan(0.7);
      expect(share).toBeLessThan(0.9);
    },
  );

  test('the intervals of clusters and of dollars at risk together cover the truth 76 to 84 times in a hundred', () => {
    const covered = [...measured.values()].flatMap(({ clusters, atRisk }) => [...clusters, ...atRisk]);

    const share = covered.filter(Boolean).length / covered.length;

    expect(share).toBeGreaterThan(0.76);
    expect(share).toBeLessThan(0.84);
  });

  test('the interval of the edges of clusters covers the true edge 70 to 90 times in a hundred', () => {
    for (const [name, { edges }] of measured) console.info(`world ${name}: ${coverageText(edges).text}`);
    const { share } = coverageText([...measured.values()].flatMap(({ edges }) => edges));

    expect(share).toBeGreaterThan(0.7);
    expect(share).toBeLessThan(0.9);
  });
});

interface WorldScore {
  readonly days: number;
  readonly score: MapScore;
  /** Whether the 10th to 90th percentile held the truth, by cluster and by distance at risk. */
  readonly clusters: readonly boolean[];
  readonly atRisk: readonly boolean[];
  /** By day, smoothed by two bins and as on a market whose days range 2 %. */
  readonly edges: readonly EdgeCoverage[];
}

function measureWorld(folder: string, name: string): WorldScore {
  const { bars, truths } = readWorld(folder, name);
  const { orders } = readMarketOrders(join(folder, name, 'prints.csv.gz'), bars);
  const truthAt = new Map(truths.map((truth) => [truth.atS, truth]));
  const scores: MapScore[] = [];
  const clusters: boolean[] = [];
  const atRisk: boolean[] = [];
  const edges: EdgeCoverage[] = [];
  forecastSeries(
    { bars, minutes: null, orders, windows: null, positions: [] },
    { fromS: truths[0]?.atS ?? 0, untilS: truths.at(-1)?.atS ?? 0, everyS: 86_400 },
    (
      atS,
      { price, logStep, firstBin, exposureLong, exposureShort },
      { forecast: { map: ownMap }, state },
    ) => {
      const truth = truthAt.get(atS);
      if (truth === undefined) return;
      const inCoins = (usd: Float64Array): Float64Array => usd.map((value) => value / price);
      const [long, short] = [inCoins(exposureLong), inCoins(exposureShort)];
      const map = { logStep, firstBin, long, short };
      scores.push(scoreMap(map, truth));
      const isCovered = (range: PriceRange): boolean => {
        const [factors] = exposureIntervals(state.inventory, state.calibration, [range]);
        const estimate = coinsBetween(map, range);
        const actual = coinsBetween(truth.exposure, range);
        return actual >= estimate * (factors?.p10 ?? 1) && actual <= estimate * (factors?.p90 ?? 1);
      };
      const shown = {
        price,
        logStep,
        firstBin,
        longExposureBase: long,
        shortExposureBase: short,
        longForcedBase: long,
        shortForcedBase: short,
        memory: 1,
      };
      for (const cluster of findClusters(shown, { atr1d: null })) clusters.push(isCovered(cluster));
      for (const atr1d of [null, 0.02 * price]) {
        edges.push(edgeCoverage(state, ownMap, trueMap(price, truth.exposure), atr1d));
      }
      for (const reach of [0.02, 0.05, 0.1]) {
        atRisk.push(isCovered({ side: 'long', low: price * Math.exp(-reach), high: price }));
        atRisk.push(isCovered({ side: 'short', low: price, high: price * Math.exp(reach) }));
      }
    },
  );
  return { days: scores.length, score: averageScores(scores), clusters, atRisk, edges };
}

function coinsBetween({ logStep, firstBin, long, short }: Exposure, { side, low, high }: PriceRange): number {
  const column = side === 'long' ? long : short;
  const from = Math.log(low) / logStep - firstBin;
  const until = Math.log(high) / logStep - firstBin;
  let coins = 0;
  for (let bin = Math.max(0, Math.floor(from)); bin <= Math.min(column.length - 1, until); bin++) {
    coins += (column[bin] ?? 0) * Math.max(0, Math.min(until, bin + 1) - Math.max(from, bin));
  }
  return coins;
}
