import { expect, test } from 'vitest';

import type { MapColumn } from '../../../core/engine/history/map-column.ts';
import { COLUMN_BINS } from '../../../core/engine/history/map-history.ts';
import { continuePast } from '../../../core/ledger/map-past.ts';
import type { DatabaseChange } from '../../../core/ledger/ports.ts';
import { createPorts, createWorld } from '../../background/support/fake-ports.ts';

const DAY_S = 86_400;
const QUARTER_S = 900;
/** A midnight. */
const FIRST_S = 20_000 * DAY_S;

const columnAt = (atS: number): MapColumn => ({
  atS,
  price: 90_000,
  logStep: 0.001,
  firstBin: 11_200,
  usd: new Float64Array(COLUMN_BINS).fill(1e6),
  totalLongUsd: 1e9,
  totalShortUsd: 1e9,
});

/** Columns of each quarter of an hour after `fromS` up to `untilS`. */
const columnsIn = (fromS: number, untilS: number): readonly MapColumn[] =>
  Array.from({ length: (untilS - fromS) / QUARTER_S }, (_, index) =>
    columnAt(fromS + (index + 1) * QUARTER_S),
  );

/** Keeps the past of one market as a worker does that writes at each of the given times. */
async function keepAt(...timesS: readonly number[]): Promise<readonly number[]> {
  const { database } = createPorts(createWorld(FIRST_S * 1000));
  let fromS = FIRST_S;
  for (const nowS of timesS) {
    const columns = columnsIn(fromS, nowS);
    const isAnew = fromS === FIRST_S;
    const changes: readonly DatabaseChange[] = await continuePast(database, 'BTCUSDT', {
      basis: 'same',
      columns,
      nowS,
      isAnew,
    });
    await database.commit(changes);
    fromS = nowS;
  }
  const rows = await database.list('mapColumns', ['BTCUSDT']);
  return rows.flatMap(({ value }) => [...value.columns.atS]);
}

test('days grow coarser that passed while the browser was closed, as they do while it is open', async () => {
  const lastS = FIRST_S + 9.5 * DAY_S;
  const everyDay = await keepAt(...Array.from({ length: 9 }, (_, day) => FIRST_S + (day + 1) * DAY_S), lastS);
  const closed = await keepAt(FIRST_S + 2 * DAY_S, lastS);

  // Three days at least are behind the quarters of an hour that are still kept.
  const old = (times: readonly number[]) => times.filter((atS) => atS < lastS - 3.5 * DAY_S);
  expect(old(closed).filter((atS) => atS % 3600 !== 0)).toEqual([]);
  expect(old(closed)).toEqual(old(everyDay));
  expect(old(closed).length).toBeGreaterThan(24 * 5);
});
