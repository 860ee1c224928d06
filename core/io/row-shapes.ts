import { isChunk } from '../ledger/tables/chunks.ts';
import { isOrderChunk } from '../ledger/tables/forced-orders.ts';
import { isClassColumn, isEngineState } from '../ledger/record/engine-state.ts';
import { isWholeForecast } from '../ledger/tables/forecasts.ts';
import { isWholeOutcome } from '../ledger/tables/outcomes.ts';
import type { StoreName } from '../ledger/tables/list.ts';
import {
  fieldsOf,
  isFiniteNumber,
  isFlag,
  isRecord,
  isText,
  listOf,
  oneOf,
  optional,
  orNull,
  recordOf,
  type Shape,
} from './shapes.ts';

const fault = fieldsOf({
  code: isText,
  message: isText,
  count: isFiniteNumber,
  retryAtMs: isFiniteNumber,
  atMs: optional(isFiniteNumber),
});

const dated = { atS: isFiniteNumber, value: isFiniteNumber };
const shapesOfContext: readonly Shape[] = [
  fieldsOf({ kind: oneOf('flows'), days: listOf(fieldsOf({ ...dated, date: isText, source: isText })) }),
  fieldsOf({
    kind: oneOf('events'),
    events: listOf(fieldsOf({ at: isFiniteNumber, title: isText, country: isText, impact: isText })),
  }),
  fieldsOf({ kind: oneOf('volatility'), points: listOf(fieldsOf(dated)) }),
  fieldsOf({ kind: oneOf('traders'), traders: listOf(isText) }),
];
const contextData: Shape = (value) => shapesOfContext.some((shape) => shape(value));

const alertState = fieldsOf({
  raised: recordOf(isFlag),
  toldAt: recordOf(isFiniteNumber),
  closesSeenAt: orNull(isFiniteNumber),
  samples: listOf(
    fieldsOf({ atMs: isFiniteNumber, openInterestBase: isFiniteNumber, price: isFiniteNumber }),
  ),
  given: listOf(
    fieldsOf({
      id: isText,
      rule: isText,
      at: isFiniteNumber,
      price: isFiniteNumber,
      title: isText,
      text: isText,
      cause: isText,
      gravity: isFiniteNumber,
      isQuiet: isFlag,
    }),
  ),
});

const isColumn: Shape = (value) => value instanceof Float64Array;
const isFloats: Shape = (value) => value instanceof Float32Array;

const stock = fieldsOf({
  weight: isFiniteNumber,
  positions: isFiniteNumber,
  known: isClassColumn,
  model: isClassColumn,
});

/** `whole` is asked only of what has `shape`. */
const both =
  <T>(shape: Shape, whole: (value: T) => boolean): Shape =>
  (value) =>
    shape(value) && whole(value as T);

/** What the rows of each store must look like to be believed after an upgrade, a downgrade or a crash. */
export const rowShapes: Readonly<Record<StoreName, Shape>> = {
  sources: fieldsOf({
    okAtMs: orNull(isFiniteNumber),
    data: orNull(fieldsOf({ kind: isText })),
    failure: orNull(fault),
  }),
  hosts: fieldsOf({ fault: orNull(fault) }),
  budgets: fieldsOf({ spent: listOf(fieldsOf({ atMs: isFiniteNumber, weight: isFiniteNumber })) }),
  chunks: isChunk,
  engine: fieldsOf({ basis: isText, lastOpenS: isFiniteNumber, state: isEngineState }),
  markets: fieldsOf({ watchedAtMs: isFiniteNumber }),
  chores: fieldsOf({ doneAtMs: isFiniteNumber }),
  context: fieldsOf({
    okAtMs: orNull(isFiniteNumber),
    data: orNull(contextData),
    failure: orNull(fault),
  }),
  alerts: fieldsOf({
    state: alertState,
    lookedAtMs: isFiniteNumber,
    price: isFiniteNumber,
    untold: listOf(isText),
  }),
  forcedOrders: isOrderChunk,
  listening: fieldsOf({
    stretches: listOf(fieldsOf({ fromMs: isFiniteNumber, untilMs: isFiniteNumber })),
    revision: isFiniteNumber,
  }),
  forecasts: both(
    fieldsOf({
      atS: isFiniteNumber,
      price: isFiniteNumber,
      usdScale: isFiniteNumber,
      forcedLogSd: isFiniteNumber,
      names: listOf(isText),
      densities: isFloats,
    }),
    isWholeForecast,
  ),
  outcomes: both(
    fieldsOf({
      atS: isFiniteNumber,
      horizonS: isFiniteNumber,
      heardShare: isFiniteNumber,
      usdScale: isFiniteNumber,
      forcedLogSd: isFiniteNumber,
      names: listOf(isText),
      sides: listOf(
        fieldsOf({
          side: oneOf('long', 'short'),
          price: isFiniteNumber,
          edges: isColumn,
          firstUsd: isColumn,
          firstPrints: isColumn,
          allUsd: isColumn,
          allPrints: isColumn,
          masses: isFloats,
        }),
      ),
    }),
    isWholeOutcome,
  ),
  skill: fieldsOf({
    learntUntilS: isFiniteNumber,
    scoredUntilS: isFiniteNumber,
    mixture: fieldsOf({
      logWeights: recordOf(isFiniteNumber),
      windowUsd: fieldsOf({ counts: isColumn, total: isFiniteNumber, origin: isFiniteNumber }),
      realisedUsd: isFiniteNumber,
      forecastMass: recordOf(isFiniteNumber),
      windows: isFiniteNumber,
      squaredLogErrors: isFiniteNumber,
      erroredWindows: isFiniteNumber,
    }),
    reports: listOf(isRecord),
  }),
  traders: fieldsOf({
    seenAtMs: isFiniteNumber,
    askedAtMs: orNull(isFiniteNumber),
    position: orNull(
      fieldsOf({
        atS: isFiniteNumber,
        side: oneOf('long', 'short'),
        sizeBase: isFiniteNumber,
        entryPrice: isFiniteNumber,
        liquidationPrice: orNull(isFiniteNumber),
      }),
    ),
  }),
  aside: fieldsOf({
    spans: listOf(
      fieldsOf({
        venue: isText,
        quantity: isText,
        fromS: isFiniteNumber,
        untilS: isFiniteNumber,
        isOpen: isFlag,
      }),
    ),
    missing: listOf(fieldsOf({ venue: isText, fromS: isFiniteNumber, untilS: isFiniteNumber })),
    log: listOf(
      fieldsOf({
        venue: isText,
        quantity: isText,
        fromMs: isFiniteNumber,
        untilMs: isFiniteNumber,
        foundMs: isFiniteNumber,
      }),
    ),
    funding: recordOf(isFiniteNumber),
    fundingAtMs: isFiniteNumber,
  }),
  anchors: fieldsOf({
    anchor: fieldsOf({ takenAtS: isFiniteNumber, seen: isFiniteNumber, long: stock, short: stock }),
  }),
};
