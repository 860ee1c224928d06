import type { TableDoubt, TableReading } from '../../../core/market/shown-position.ts';
import { marketInTable } from '../../../core/sites/position-table/market-in-table.ts';
import { readTable } from '../../../core/sites/position-table/read-table.ts';
import type { Site } from '../../../core/sites/site.ts';
import { afterFrame } from '../after-frame.ts';
import { findHeaders, headersOf, type HeaderRow } from './find-table.ts';
import { seeTable } from './see-table.ts';

/** Between two looks, however often the page changes what it shows. */
const LOOK_MS = 2_000;

/** A page that nobody looks at is looked at this often. */
const HIDDEN_LOOK_MS = 20_000;

/** What has not changed is told again this often, so that it is known to hold. */
const TELL_MS = 10_000;

/** A page without a table is searched ever more rarely. */
const LAST_SEARCH_MS = 16_000;

/** So many looks in a row at which the table was another one, and it is none that can be read. */
const MOST_CHANGES = 3;

/** {@link followTable}, as the script of its own leaves it. */
export type FollowTable = typeof followTable;

/**
 * Looks at the page's own table of positions now and then, and tells what it shows once two looks agree. The page's nodes
 * are read and never changed, and nothing that the page does makes it look more often.
 * @returns what ends it
 */
export function followTable(site: Site, tell: (reading: TableReading) => void): () => void {
  let header: HeaderRow | null = null;
  let missed: TableDoubt = 'none';
  let isOver = false;
  let lookedAt = -Infinity;
  let searchMs = LOOK_MS;
  let searchAt = -Infinity;
  let last = '';
  let changes = 0;
  let told = '';
  let toldAt = -Infinity;

  const look = () => {
    if (isOver) return;
    const reading = lookNow();
    const key = keyOf(reading);
    changes = key === last ? 0 : changes + 1;
    last = key;
    if (changes === 0) tellOnce(reading, key);
    else if (changes >= MOST_CHANGES) tellOnce(doubt('unsteady'), 'unsteady');
  };
  const tellOnce = (reading: TableReading, key: string) => {
    const now = performance.now();
    if (key === told && now - toldAt < TELL_MS) return;
    told = key;
    toldAt = now;
    tell(reading);
  };
  const lookNow = (): TableReading => {
    const now = performance.now();
    if (header !== null && String(headersOf(header.row)) !== String(header.headers)) {
      header = null;
      searchMs = LOOK_MS;
      searchAt = now;
    }
    // A second table may have come beside the first one, too.
    if (now >= searchAt) {
      const [found = null, ...others] = findHeaders();
      header = others.length === 0 ? found : null;
      missed = others.length === 0 ? 'none' : 'several';
      searchMs = header === null ? Math.min(2 * searchMs, LAST_SEARCH_MS) : LAST_SEARCH_MS;
      searchAt = now + searchMs;
    }
    if (header === null) return doubt(missed);
    const table = seeTable(header);
    const { table: hint } = site;
    if (table === null || hint === undefined) return doubt('rows');
    return readTable(table, { hint, marketOf: (name) => marketInTable(site, name) });
  };
  const timer = setInterval(() => {
    const isHidden = document.visibilityState !== 'visible';
    const now = performance.now();
    if (isHidden && now - lookedAt < HIDDEN_LOOK_MS) return;
    lookedAt = now;
    if (isHidden) look();
    else afterFrame(look);
  }, LOOK_MS);
  return () => {
    isOver = true;
    clearInterval(timer);
  };
}

const doubt = (code: TableDoubt): TableReading => ({ kind: 'doubt', doubt: code });

/** Three figures tell a size that is shown in dollars, and moves with the price, from another one. */
const SIZE_FIGURES = 3;

/** What of a reading stays from look to look unless the user has done something. */
const keyOf = (reading: TableReading): string =>
  reading.kind === 'doubt'
    ? reading.doubt
    : JSON.stringify(
        reading.positions.map(({ market, side, sizeBase, entryPrice, leverage, marginMode }) => [
          market.instrument,
          side,
          sizeBase.toPrecision(SIZE_FIGURES),
          entryPrice,
          leverage,
          marginMode,
        ]),
      );
