import type { StoreName } from '../watch/tables.ts';
import {
  fieldsOf,
  isFiniteNumber,
  isRecord,
  isText,
  listOf,
  oneOf,
  orNull,
  recordOf,
  type Shape,
} from './shapes.ts';

const fault = fieldsOf({ code: isText, message: isText, count: isFiniteNumber, retryAtMs: isFiniteNumber });

const isColumn: Shape = (value) => value instanceof Float64Array;
const isFloats: Shape = (value) => value instanceof Float32Array;
const isUint32s: Shape = (value) => value instanceof Uint32Array;
const isBytes: Shape = (value) => value instanceof Uint8Array;

/** What the rows of each store must look like to be believed after an upgrade, a downgrade or a crash. */
export const rowShapes: Readonly<Record<StoreName, Shape>> = {
  sources: fieldsOf({
    okAtMs: orNull(isFiniteNumber),
    data: orNull(fieldsOf({ kind: isText })),
    failure: orNull(fault),
  }),
  hosts: fieldsOf({ fault: orNull(fault) }),
  budgets: fieldsOf({ spent: listOf(fieldsOf({ atMs: isFiniteNumber, weight: isFiniteNumber })) }),
  chunks: fieldsOf({ columns: recordOf(isColumn) }),
  engine: fieldsOf({ basis: isText, lastOpenS: isFiniteNumber, state: isRecord }),
  markets: fieldsOf({ watchedAtMs: isFiniteNumber }),
  prints: fieldsOf({
    sinceMs: isUint32s,
    isShort: isBytes,
    orderPrice: isFloats,
    filledPrice: isFloats,
    quantityBase: isFloats,
  }),
  listening: fieldsOf({
    stretches: listOf(fieldsOf({ fromMs: isFiniteNumber, untilMs: isFiniteNumber })),
    revision: isFiniteNumber,
  }),
  forecasts: fieldsOf({
    atS: isFiniteNumber,
    price: isFiniteNumber,
    usdScale: isFiniteNumber,
    names: listOf(isText),
    densities: isFloats,
  }),
  outcomes: fieldsOf({
    atS: isFiniteNumber,
    horizonS: isFiniteNumber,
    heardShare: isFiniteNumber,
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
  skill: fieldsOf({ learntUntilS: isFiniteNumber, mixture: isRecord, reports: listOf(isRecord) }),
};
