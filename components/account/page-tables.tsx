import { say } from '../../core/i18n/say-own.ts';
import type { ShownTable } from '../../core/ledger/shown-tables.ts';
import { isVenueId } from '../../core/market/venue-id.ts';
import type { PopupStore } from '../popup/popup-store.ts';
import { useStore } from '../ui/use-store.ts';

/** What came of the tables of open pages, where the user wants them read. */
export function PageTables({ store }: { readonly store: PopupStore }) {
  const tables = useStore(store, (state) => state.tables);
  if (tables.length === 0) return null;
  return (
    <ul class="page-tables" aria-label={say('shown.list')}>
      {tables.map((table) => (
        <li key={table.site} class={table.reading.kind === 'doubt' ? 'warn' : 'secondary'}>
          {tableWords(table)}
        </li>
      ))}
    </ul>
  );
}

function tableWords({ site, reading }: ShownTable): string {
  if (!isVenueId(site)) return '';
  if (reading.kind === 'doubt') return say(`shown.doubt.${reading.doubt}`, { venue: site });
  const count = say('shown.count', { venue: site, positions: reading.positions.length });
  return reading.leftOut === 0 ? count : `${count} ${say('shown.left-out', { rows: reading.leftOut })}`;
}
