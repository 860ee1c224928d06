import {
  createForecaster,
  type Forecaster,
  forecastAt,
  stepForecaster,
} from '../../core/engine/forecast/forecaster.ts';
import { expectedForcedMap } from '../../core/engine/forecast/forced-map.ts';
import { survivors } from '../../core/engine/public/public-layer.ts';
import { createStockAnchor, takeStock } from '../../core/engine/public/stock-anchor.ts';
import { rebuildInventory } from '../../core/engine/index.ts';
import { barAt, type Bars } from '../../core/market/bars.ts';
import type { ForcedOrder } from '../../core/market/forced-order.ts';
import { freezeForecastAt, HORIZONS_S, learnFrom } from '../../core/watch/forecast/keep-record.ts';
import { createOutcomes } from '../../core/watch/forecast/observe-outcomes.ts';
import type { FrozenRecord, OutcomeRecord } from '../../core/watch/forecast/records.ts';
import { settledForecaster } from '../../core/watch/forecast/settled-forecaster.ts';
import { chunkBytes, chunkOf } from '../../core/watch/forced-orders/order-chunks.ts';
import { seededRandom } from '../support/build-bars.ts';
import { measure, type Timing } from './measure.ts';

const HOUR_S = 3600;
const DAYS_KEPT = 90;
/** BTC on Binance printed 28,399 forced orders in three weeks; five venues that are listened to. */
const ORDERS_A_MONTH = 200_000;

export interface ForecastTimings {
  /** Full rebuild with calibration and refill memory, over the inventory alone; both in one run. */
  readonly rebuild: Timing;
  readonly rebuildAlone: Timing;
  /** One further bar with ten forced orders, calibrated. */
  readonly bar: Timing;
  /** The mixture as the expected-forced map. */
  readonly mixture: Timing;
  /** A look at a thousand public positions, and the same map with them. */
  readonly publicPositions: Timing;
  readonly freezing: Timing;
  /** Outcomes of three horizons and what the mixture learns, of one hour; without the score over all of them. */
  readonly observing: Timing;
  /** The score of 90 days by both definitions, once an hour. */
  readonly scoring: Timing;
  /** Bytes of columns after 90 days of listening, of a busy coin. */
  readonly bytesAfter90Days: Readonly<Record<string, number>>;
}

/** What the forecast costs on a month of five-minute bars. */
export function measureForecast(month: Bars, runs: number): ForecastTimings {
  const series = [{ venue: 'bybit' as const, bars: month }];
  const fromS = month.openTimeS[0] ?? 0;
  const untilS = (month.openTimeS.at(-1) ?? 0) + month.intervalS;
  const orders = someOrders(month, 20_000);
  const heard = { bybit: { stretches: [{ fromMs: fromS * 1000, untilMs: untilS * 1000 }], revision: 0 } };
  const happened = { bars: month, series, heard, orders };
  const rebuildAll = () =>
    settledForecaster({
      bars: month,
      readOlder: null,
      stored: null,
      basis: '',
      settledS: untilS,
      heard: happened,
      mixture: null,
    });
  const forecaster = rebuildAll();
  if (forecaster === null) throw new Error('bars without open interest');
  const atS = Math.floor((untilS - 25 * HOUR_S) / HOUR_S) * HOUR_S;
  const frozen = { ...freezeForecastAt(forecaster, month, untilS), atS };
  const observe = (): OutcomeRecord[] => {
    const outcomeOf = createOutcomes({
      ...happened,
      orders: orders.filter((order) => order.atMs >= atS * 1000),
    });
    return HORIZONS_S.map((horizonS) => outcomeOf(frozen, horizonS));
  };
  const hour = observe();
  const quarter = manyOutcomes(hour[0] ?? null, DAYS_KEPT);
  const lesson = { skill: null, frozen: [frozen], untilS };
  return {
    rebuild: measure(rebuildAll, runs),
    rebuildAlone: measure(() => rebuildInventory(month), runs),
    bar: measureBar(month),
    mixture: measure(() => expectedForcedMap(forecastAt(forecaster, untilS)), 50),
    publicPositions: measurePublicPositions(forecaster, month, untilS),
    freezing: measure(() => freezeForecastAt(forecaster, month, untilS), 20),
    observing: measure(() => learnFrom({ ...lesson, outcomes: observe(), before: [] }), 20),
    scoring: measure(() => learnFrom({ ...lesson, outcomes: [], before: quarter }), 3),
    bytesAfter90Days: {
      orders: chunkBytes(chunkOf(someOrders(month, 1))) * ORDERS_A_MONTH,
      forecasts: DAYS_KEPT * 24 * bytesOf(frozen),
      outcomes: DAYS_KEPT * 24 * hour.reduce((sum, outcome) => sum + bytesOf(outcome), 0),
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
  for (let index = 0; index < steps / 2; index++) step(index, []);
  let next = steps / 2;
  return measure(() => step(next, someOrders(month, 10, next++)), steps / 4);

  function step(index: number, prints: readonly ForcedOrder[]): void {
    const bar = barAt(month, index);
    const { openTimeS: startS, high, low, close } = bar;
    const endS = startS + month.intervalS;
    const evidence = { startS, endS, prints, feeds: { isComplete: true, share: 0.25 } };
    stepForecaster(forecaster, bar, [{ startS, endS, high, low, close }], evidence);
  }
}

/** Forced orders spread over the bars, or all in bar `only`, ascending in time. */
function someOrders(bars: Bars, count: number, only: number | null = null): readonly ForcedOrder[] {
  const random = seededRandom(7);
  return Array.from({ length: count }, (_, index) => {
    const row = only ?? Math.floor((index / count) * bars.openTimeS.length);
    const low = bars.low[row] ?? 1;
    const price = low + random() * ((bars.high[row] ?? 1) - low);
    const quantityBase = 0.001 + random();
    return {
      atMs:
        1000 * ((bars.openTimeS[row] ?? 0) + Math.floor((only === null ? random() : index / count) * 299)),
      venue: 'bybit' as const,
      base: 'BTC',
      side: random() < 0.5 ? ('long' as const) : ('short' as const),
      orderPrice: price,
      filledPrice: null,
      quantityBase,
      notionalUsd: price * quantityBase,
    };
  }).sort((a, b) => a.atMs - b.atMs);
}

/** As many outcomes as `days` bring, like `one` but each with dollars of its own. */
function manyOutcomes(one: OutcomeRecord | null, days: number): readonly OutcomeRecord[] {
  if (one === null || one.sides.length === 0) throw new Error('an hour without an outcome');
  const random = seededRandom(11);
  return Array.from({ length: days * 24 }, (_, index) => ({
    ...one,
    atS: index * HOUR_S,
    sides: one.sides.map((side) => ({ ...side, firstUsd: side.firstUsd.map(() => 1e5 * random()) })),
  }));
}

/** Bytes of the columns of a row, and a hundred for each of them as overhead. */
function bytesOf(row: FrozenRecord | OutcomeRecord): number {
  let bytes = JSON.stringify(row.names).length + 100;
  const columns = 'densities' in row ? [row.densities] : row.sides.flatMap((side) => Object.values(side));
  for (const column of columns) if (ArrayBuffer.isView(column)) bytes += column.byteLength + 100;
  return bytes;
}
