import { edgeIntervals } from '../../core/engine/forecast/edge-intervals.ts';
import { expectedForcedMap } from '../../core/engine/forecast/forced-map.ts';
import {
  createForecaster,
  type Forecaster,
  forecastAt,
  stepForecaster,
} from '../../core/engine/forecast/forecaster.ts';
import { createMixture } from '../../core/engine/forecast/mixture.ts';
import { findClusters, rebuildInventory } from '../../core/engine/index.ts';
import { survivors } from '../../core/engine/public/public-layer.ts';
import { createStockAnchor, takeStock } from '../../core/engine/public/stock-anchor.ts';
import { barAt, type Bars } from '../../core/market/bars.ts';
import { freezeForecastAt } from '../../core/report/forecast/freeze-hour.ts';
import { HORIZONS_S } from '../../core/report/forecast/keep-record.ts';
import { learnFrom } from '../../core/report/forecast/learn-from.ts';
import { createOutcomes, type Happened } from '../../core/report/forecast/observe-outcomes.ts';
import { reportSkill } from '../../core/report/forecast/score-outcomes.ts';
import type { ForecastRow } from '../../core/ledger/tables/forecasts.ts';
import type { OutcomeRow } from '../../core/ledger/tables/outcomes.ts';
import { settledForecaster } from '../support/settled-forecaster.ts';
import { chunkOf } from '../../core/ledger/forced-orders/order-chunks.ts';
import { seededRandom } from '../support/build-bars.ts';
import { busyMarket, forcedOrders } from './busy-market.ts';
import { compare, type Comparison, measure, type Timing } from './measure.ts';

const HOUR_S = 3600;
const DAYS_KEPT = 90;
const ORDERS = 20_000;
/** BTC on Binance printed 28,399 forced orders in three weeks; five venues that are listened to. */
const ORDERS_A_MONTH = 200_000;

export interface ForecastTimings {
  /** Full rebuild with calibration and refill memory beside the inventory alone. */
  readonly rebuild: Comparison;
  /** The same with ten times as many forced orders. */
  readonly busyRebuild: Comparison;
  /** One further bar with ten forced orders, calibrated. */
  readonly bar: Timing;
  /** The mixture as the expected-forced map. */
  readonly mixture: Timing;
  /** A look at a thousand public positions, and the same map with them. */
  readonly publicPositions: Timing;
  /** Intervals of the edges of all clusters. */
  readonly edges: Timing;
  readonly freezing: Timing;
  /** Outcomes of three horizons and what the mixture learns, of one hour; without the score over all of them. */
  readonly observing: Timing;
  /** The score of 90 days by both definitions, once an hour. */
  readonly scoring: Timing;
  /** All three. */
  readonly hour: Timing;
  /** Bytes of columns after 90 days of listening, of a busy coin. */
  readonly bytesAfter90Days: Readonly<Record<string, number>>;
}

/** The worker's rebuild of `happened`. */
export const rebuildAll = (happened: Happened) =>
  settledForecaster({
    bars: happened.bars,
    readOlder: null,
    stored: null,
    basis: '',
    settledS: Infinity,
    heard: happened,
    mixture: createMixture(),
  });

/** What the forecast costs on a month of five-minute bars. */
export function measureForecast(month: Bars, runs: number): ForecastTimings {
  const untilS = (month.openTimeS.at(-1) ?? 0) + month.intervalS;
  const happened = busyMarket(month, ORDERS);
  const busy = busyMarket(month, 10 * ORDERS);
  const forecaster = rebuildAll(happened);
  if (forecaster === null) throw new Error('bars without open interest');
  const atS = Math.floor((untilS - 25 * HOUR_S) / HOUR_S) * HOUR_S;
  const frozen = { ...freezeForecastAt(forecaster, month, untilS), atS };
  const lately = { ...happened, orders: happened.orders.filter((order) => order.atMs >= atS * 1000) };
  const observe = (): readonly OutcomeRow[] => {
    const outcomeOf = createOutcomes(lately);
    return HORIZONS_S.map((horizonS) => outcomeOf(frozen, horizonS));
  };
  const before = manyOutcomes(frozen, happened);
  const lesson = { skill: null, mixture: forecaster.state.mixture, frozen: [frozen] };
  const { map } = forecastAt(forecaster, untilS);
  const clusters = findClusters(map, { atr1d: null });
  const alone = () => rebuildInventory(month);
  return {
    rebuild: compare(alone, () => rebuildAll(happened), runs),
    busyRebuild: compare(alone, () => rebuildAll(busy), runs),
    bar: measureBar(month),
    mixture: measure(() => expectedForcedMap(forecastAt(forecaster, untilS)), 50),
    publicPositions: measurePublicPositions(forecaster, month, untilS),
    edges: measure(() => edgeIntervals(forecaster.state, map, null, clusters), 50),
    freezing: measure(() => freezeForecastAt(forecaster, month, untilS), 50),
    observing: measure(() => learnFrom({ ...lesson, outcomes: observe() }), 50),
    scoring: measure(() => reportSkill(before, HOUR_S), 50),
    hour: measure(() => {
      freezeForecastAt(forecaster, month, untilS);
      learnFrom({ ...lesson, outcomes: observe() });
      reportSkill(before, HOUR_S);
    }, 50),
    bytesAfter90Days: {
      orders: orderBytes(month) * ORDERS_A_MONTH,
      forecasts: DAYS_KEPT * 24 * bytesOf(frozen),
      outcomes: DAYS_KEPT * 24 * observe().reduce((sum, outcome) => sum + bytesOf(outcome), 0),
    },
  };
}

function measurePublicPositions(forecaster: Forecaster, month: Bars, untilS: number): Timing {
  const random = seededRandom(11);
  const price = month.close.at(-1) ?? 0;
  const positions = Array.from({ length: 1000 }, () => {
    const side = random() < 0.5 ? ('long' as const) : ('short' as const);
    const entryPrice = price * (0.95 + 0.1 * random());
    const liquidationPrice = entryPrice * Math.exp((side === 'long' ? -1 : 1) * (0.02 + 0.3 * random()));
    return { atS: untilS - 900, side, sizeBase: random(), entryPrice, liquidationPrice };
  });
  return measure(() => {
    const open = survivors(positions, month);
    const anchor = takeStock(createStockAnchor(), forecaster.state.inventory, open, untilS);
    return expectedForcedMap(forecastAt(forecaster, untilS, { known: { positions: open, anchor } }));
  }, 50);
}

function measureBar(month: Bars): Timing {
  const forecaster = createForecaster(month.open[0] ?? 0, month.openInterestBase[0] ?? 1000);
  const steps = month.openTimeS.length;
  for (let index = 0; index < steps / 2; index++) step(index, 0);
  let next = steps / 2;
  return measure(() => step(next++, 10), steps / 4);

  function step(index: number, orders: number): void {
    const bar = barAt(month, index);
    const { openTimeS: startS, high, low, close } = bar;
    const endS = startS + month.intervalS;
    const heard = forcedOrders(month, orders, index);
    const evidence = { startS, endS, low, high, orders: heard, feeds: { isComplete: true, share: 0.25 } };
    stepForecaster(forecaster, bar, [{ startS, endS, high, low, close }], evidence);
  }
}

/** The outcomes of 90 days: those of every hour of the month again and again, each with dollars and an end of its own. */
function manyOutcomes(frozen: ForecastRow, happened: Happened): readonly OutcomeRow[] {
  const random = seededRandom(11);
  const firstS = happened.bars.openTimeS[0] ?? 0;
  const outcomeOf = createOutcomes(happened);
  const hours = Array.from({ length: happened.bars.openTimeS.length / 12 - 2 }, (_, hour) =>
    outcomeOf({ ...frozen, atS: firstS + (hour + 1) * HOUR_S }, HOUR_S),
  );
  return Array.from({ length: DAYS_KEPT * 24 }, (_, index) => {
    const one = hours[index % hours.length];
    if (one === undefined) throw new Error('a month without outcomes');
    const sides = one.sides.map((side) => ({
      ...side,
      firstUsd: side.firstUsd.map((usd) => usd * (0.5 + random())),
      edges: side.edges.map((edge, at) =>
        at === side.edges.length - 1 ? edge * (1 + 0.001 * random()) : edge,
      ),
    }));
    return { ...one, atS: firstS + index * HOUR_S, sides };
  });
}

const orderBytes = (month: Bars): number =>
  Object.values(chunkOf(forcedOrders(month, 1))).reduce((bytes, column) => bytes + column.byteLength, 0);

/** Bytes of the columns of a row, and a hundred for each of them as overhead. */
function bytesOf(row: ForecastRow | OutcomeRow): number {
  let bytes = JSON.stringify(row.names).length + 100;
  const columns = 'densities' in row ? [row.densities] : row.sides.flatMap((side) => Object.values(side));
  for (const column of columns) if (ArrayBuffer.isView(column)) bytes += column.byteLength + 100;
  return bytes;
}
