import { say } from '../../core/i18n/say-page.ts';
import type { Settings, SettingsChange } from '../../core/ledger/settings/settings.ts';
import { SITES } from '../../core/sites/registry.ts';
import { VENUE_IDS } from '../../core/market/venue-id.ts';

interface PageTableOptionsProps {
  readonly chosen: Settings['pageTables'];
  readonly onTurn: (change: NonNullable<SettingsChange['pageTables']>) => void;
}

const READABLE = SITES.filter(({ table }) => table !== undefined).flatMap(({ id, name }) =>
  VENUE_IDS.flatMap((venue) => (venue === id ? [{ venue, name }] : [])),
);

/** On which sites the page's own table of positions is read, one click each. */
export const PageTableOptions = ({ chosen, onTurn }: PageTableOptionsProps) => (
  <section class="card" aria-labelledby="tables">
    <h2 id="tables">{say('tables.title')}</h2>
    <p class="secondary">{say('tables.about')}</p>
    <ul>
      {READABLE.map(({ venue, name }) => {
        const isOn = chosen.includes(venue);
        return (
          <li key={venue}>
            <label>
              <input
                type="checkbox"
                checked={isOn}
                onChange={() => onTurn(isOn ? { remove: [venue] } : { add: [venue] })}
              />{' '}
              {say('tables.site', { site: name })}
            </label>
          </li>
        );
      })}
    </ul>
  </section>
);
