import * as v from 'valibot';

import { position } from '../../ledger/positions.ts';
import { keepShown, tableReading } from '../../ledger/shown-tables.ts';
import { MOST_POSITIONS } from '../../market/position-format.ts';
import { quote } from '../../market/quote.ts';
import { RefusedError } from '../../market/refusal.ts';
import { fromOwn, fromPage, market, name } from './question.ts';

/** The user's positions: where they are drawn, and where they come from. */
export const positionQuestions = {
  /** The lines of the user's positions on the page's chart; by the browser's word, not the page's, whose venue it belongs to. */
  'own-lines': fromPage(
    { market, instrument: name, quote: v.nullable(quote) },
    ({ market: id, instrument, quote: told }, { service }, _from, site) =>
      service.ownLines(site, { market: id, instrument, quote: told }),
  ),

  /** What the page's own table shows, where the user wants that site's to be read; a page speaks for its own site alone. */
  'show-table': fromPage({ reading: tableReading }, async ({ reading }, household, from, site) => {
    const { settings: chosen, shownTables, nowMs } = household;
    const wanted: readonly string[] = (await chosen.getValue()).pageTables;
    const isOwn =
      reading.kind === 'doubt' || reading.positions.every(({ market: { venue } }) => venue === site);
    if (site === null || !wanted.includes(site) || !isOwn) throw new RefusedError('not-asked');
    await shownTables.change((tables) => keepShown(tables, from, { site, reading }, nowMs()));
  }),

  /** A position that is new, or takes the place of the one of its id. */
  'put-position': fromOwn({ position }, ({ position: put }, { positions }) =>
    positions.change(() => ({ put: [put] })),
  ),

  'remove-position': fromOwn({ id: name }, ({ id }, { positions }) =>
    positions.change(() => ({ remove: [id] })),
  ),

  'import-positions': fromOwn(
    { positions: v.pipe(v.array(position), v.maxLength(MOST_POSITIONS), v.readonly()) },
    ({ positions: put }, { positions }) => positions.change(() => ({ put })),
  ),
};
