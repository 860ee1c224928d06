import * as v from 'valibot';

import type { Instrument } from '../../market/instrument.ts';
import type { ListedPart } from '../venue.ts';
import { readRows, rowsLike } from './rows.ts';

/** A list about all contracts of a venue. */
interface ListedRows<S extends v.GenericSchema> {
  /** Reads a row, its name included. */
  readonly schema: S;
  readonly rows: unknown;
  /** The field that names the contract. */
  readonly field: keyof v.InferOutput<S> & string;
  /** Names the list in errors. */
  readonly root: string;
}

/**
 * What a list says of each of the perpetuals in `listed`: rows about anything else are passed over, and an odd row costs
 * itself only.
 * @throws SchemaError for what is no list, or a list of odd rows alone
 */
export function readListed<S extends v.GenericSchema>(
  listed: readonly Instrument[],
  { schema, rows, field, root }: ListedRows<S>,
  toPart: (row: v.InferOutput<S>, instrument: Instrument, path: string) => Omit<ListedPart, 'id'>,
): readonly ListedPart[] {
  const byId = new Map(listed.map((instrument) => [instrument.id, instrument]));
  const named = v.looseObject({
    [field]: v.pipe(
      v.string(),
      v.check((id) => byId.has(id)),
    ),
  });
  return readRows(schema, rowsLike(named, rows, root), root, (row, path) => {
    const instrument = byId.get(String(row[field]));
    return instrument === undefined ? [] : [{ id: instrument.id, ...toPart(row, instrument, path) }];
  }).flat();
}
