import { say } from '../../core/i18n/say-page.ts';
import type { ComponentChildren } from 'preact';

import { refusalWords } from '../../core/i18n/refusal-words.ts';
import type { Refusal } from '../../core/market/refusal.ts';
import { VENUE_IDS, VENUE_NAMES, type VenueId } from '../../core/market/venue-id.ts';
import type { RegionalHost } from '../../core/venues/hosts.ts';
import type { ListeningChange } from '../../core/ledger/settings/listening.ts';
import type { Settings, SettingsChange } from '../../core/ledger/settings/settings.ts';
import { AlertOptions, type AlertOptionsProps } from './alert-options.tsx';
import { AmountsOption } from './amounts-option.tsx';
import { BookMarks } from './book-marks.tsx';
import { ContextSources } from './context-sources.tsx';
import { ListeningOptions } from './listening.tsx';
import { OwnLinesOption } from './own-lines-option.tsx';
import { PageTableOptions } from './page-tables.tsx';
import { RegionalHosts } from './regional-hosts.tsx';
import { SettingsFiles } from './settings-files.tsx';
import { WaitingOrdersOption } from './waiting-orders-option.tsx';
import { WatchList } from './watch-list.tsx';

interface OptionsProps extends Pick<AlertOptionsProps, 'notificationsAllowed' | 'nowMs' | 'onNotifications'> {
  readonly settings: Settings;
  /** Venues whose host the user has granted. */
  readonly granted: ReadonlySet<VenueId>;
  /** Whether the exact maintenance tiers of Binance may be read. */
  readonly tiersGranted: boolean;
  /** Origins of context sources that the user has allowed. */
  readonly contextGranted: ReadonlySet<string>;
  readonly onChange: (change: SettingsChange) => void;
  readonly onGrant: (venue: VenueId) => void;
  /** Whether the user came for the venues' other hosts. */
  readonly areHostsWanted: boolean;
  readonly onHost: (venue: VenueId, host: RegionalHost | null) => void;
  readonly onGrantTiers: () => void;
  readonly onGrantContext: (origin: string, wanted: boolean) => void;
  /** Venues that tell forced orders over a socket, and by request. */
  readonly streaming: readonly VenueId[];
  readonly byRequest: ReadonlySet<VenueId>;
  readonly onListening: (change: ListeningChange) => void;
  /** Why the last change could not be stored; null where it could. */
  readonly refused: Refusal | null;
  readonly onReset: () => void;
  /** How warnings reach the user, after which warnings there are. */
  readonly delivery?: ComponentChildren;
  /** Sections that follow the venues'. */
  readonly children?: ComponentChildren;
}

const PALETTES = ['orange-blue', 'green-red'] as const;
const THEMES = ['page', 'dark', 'light'] as const;

/** What the user may choose, in one column. Every change holds at once. */
export function Options(props: OptionsProps) {
  const { settings, onChange } = props;
  return (
    <main class="options">
      <h1>{say('options.title')}</h1>
      <section class="card" aria-labelledby="venues">
        <h2 id="venues">{say('options.venues')}</h2>
        <p class="secondary">{say('options.venues.about')}</p>
        <ul>
          {VENUE_IDS.map((venue) => (
            <VenueRow key={venue} venue={venue} {...props} />
          ))}
        </ul>
        <div class="row">
          <span>
            {say('options.tiers')} <span class="secondary">{say('options.tiers.about')}</span>
          </span>
          {props.tiersGranted ? (
            <span class="secondary">{say('options.allowed')}</span>
          ) : (
            <button type="button" class="button" onClick={props.onGrantTiers}>
              {say('options.allow')}
            </button>
          )}
        </div>
        <WaitingOrdersOption
          isOn={settings.waitingOrders}
          onTurn={(waitingOrders) => onChange({ waitingOrders })}
        />
      </section>
      <ListeningOptions
        listening={settings.listening}
        venues={props.streaming.filter((venue) => settings.venues.includes(venue))}
        byRequest={props.byRequest}
        onChange={props.onListening}
      />
      {props.children}
      <PageTableOptions chosen={settings.pageTables} onTurn={(pageTables) => onChange({ pageTables })} />
      <WatchList markets={settings.watchList} onChange={(watchList) => onChange({ watchList })} />
      <AlertOptions {...props} alerts={settings.alerts} onAlerts={(alerts) => onChange({ alerts })} />
      {props.delivery}
      <ContextSources granted={props.contextGranted} onGrant={props.onGrantContext} />
      <section class="card" aria-labelledby="looks">
        <h2 id="looks">{say('looks.title')}</h2>
        <Choice
          label={say('looks.palette')}
          choices={PALETTES.map((value) => ({ value, label: say(`looks.palette.${value}`) }))}
          value={settings.palette}
          onChoose={(palette) => onChange({ palette })}
        />
        <Choice
          label={say('looks.theme')}
          choices={THEMES.map((value) => ({ value, label: say(`looks.theme.${value}`) }))}
          value={settings.theme}
          onChoose={(theme) => onChange({ theme })}
        />
        <OwnLinesOption isOn={settings.ownLines} onTurn={(ownLines) => onChange({ ownLines })} />
        <BookMarks isOn={settings.bookMarks} onTurn={(bookMarks) => onChange({ bookMarks })} />
      </section>
      <section class="card" aria-labelledby="privacy">
        <h2 id="privacy">{say('privacy.title')}</h2>
        <p>{say('privacy.about')}</p>
        <AmountsOption isOn={settings.hideAmounts} onTurn={(hideAmounts) => onChange({ hideAmounts })} />
        <SettingsFiles settings={settings} onChange={onChange} onReset={props.onReset} />
      </section>
      {props.refused !== null && (
        <p role="alert" class="problem refused">
          {refusalWords('stored', props.refused)}
        </p>
      )}
    </main>
  );
}

function VenueRow({
  venue,
  settings,
  granted,
  onChange,
  onGrant,
  areHostsWanted,
  onHost,
}: OptionsProps & { readonly venue: VenueId }) {
  const isOn = settings.venues.includes(venue);
  const toggle = () => {
    onChange({ venues: isOn ? { remove: [venue] } : { add: [venue] } });
    if (!isOn && !granted.has(venue)) onGrant(venue);
  };
  return (
    <li>
      <div class="row">
        <label>
          <input type="checkbox" checked={isOn} onChange={toggle} /> {VENUE_NAMES[venue]}
        </label>
        {isOn && !granted.has(venue) && (
          <button
            type="button"
            class="button"
            aria-label={say('options.allow-access.venue', { venue })}
            onClick={() => onGrant(venue)}
          >
            {say('options.allow-access')}
          </button>
        )}
      </div>
      <RegionalHosts venue={venue} chosen={settings.hosts} isOpen={areHostsWanted} onHost={onHost} />
    </li>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ label, choices, value, onChoose }: ChoiceProps<Value>) {
  return (
    <fieldset class="row">
      <legend class="choice-label">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} class="choice">
          <input
            type="radio"
            name={label}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />{' '}
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}
