import type { StoreName } from '../watch/tables.ts';
import {
  fieldsOf,
  isFiniteNumber,
  isRecord,
  isText,
  listOf,
  orNull,
  recordOf,
  type Shape,
} from './shapes.ts';

const fault = fieldsOf({ code: isText, message: isText, count: isFiniteNumber, retryAtMs: isFiniteNumber });

const isColumn: Shape = (value) => value instanceof Float64Array;

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
};
