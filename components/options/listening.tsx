import { VENUE_NAMES, type VenueId } from '../../core/market/venue-id.ts';
import {
  type Listening,
  type ListeningChange,
  wereSocketsOpen,
} from '../../core/ledger/settings/listening.ts';
import { SOCKET_SENTENCE } from '../ui/socket-words.ts';

interface ListeningOptionsProps {
  readonly listening: Listening;
  /** Venues that are polled and tell forced orders over a socket. */
  readonly venues: readonly VenueId[];
  /** Venues that tell them by request too. */
  readonly byRequest: ReadonlySet<VenueId>;
  /** Called in the click itself, as a browser may want to ask. */
  readonly onChange: (change: ListeningChange) => void;
}

/** Whose forced orders are listened to: one question, a switch a venue afterwards. */
export function ListeningOptions({ listening, venues, byRequest, onChange }: ListeningOptionsProps) {
  const { isAnswered, ownPages } = listening;
  const agreed = isAnswered ? listening.venues : [];
  const unheard = venues.filter((venue) => !byRequest.has(venue));
  const answer = (change: ListeningChange) => onChange({ isAnswered: true, ...change });
  return (
    <section class="card" aria-labelledby="listening">
      <h2 id="listening">Listening to forced orders</h2>
      <p>Forced orders can be heard as they happen. {SOCKET_SENTENCE}</p>
      {isAnswered ? (
        <ul>
          <li>
            <label>
              <input type="checkbox" checked={ownPages} onChange={() => answer({ ownPages: !ownPages })} />{' '}
              The venue of the page that is open
            </label>
          </li>
          {venues.map((venue) => {
            const isOn = agreed.includes(venue);
            const turned = isOn ? { remove: [venue] } : { add: [venue] };
            return (
              <li key={venue}>
                <label>
                  <input type="checkbox" checked={isOn} onChange={() => answer({ venues: turned })} />{' '}
                  {VENUE_NAMES[venue]}, whatever page is open{' '}
                  {!isOn && <span class="secondary">({withoutSocket(byRequest.has(venue))})</span>}
                </label>
              </li>
            );
          })}
        </ul>
      ) : (
        <>
          <p>
            {wereSocketsOpen(listening) && 'Until now Plimsoll listened to all venues without asking. '}
            Listen to {names(venues)} too when none of their pages is open?
            {unheard.length > 0 &&
              ` Without it ${names(unheard)} ${unheard.length === 1 ? 'is heard on its own pages' : 'are heard on their own pages'} alone, and the map learns from the others.`}
          </p>
          <div class="row files">
            <button type="button" class="button" onClick={() => answer({ venues })}>
              Listen to all of them
            </button>
            <button type="button" class="button" onClick={() => answer({ venues: [] })}>
              Only the page’s own
            </button>
          </div>
        </>
      )}
    </section>
  );
}

const withoutSocket = (isByRequest: boolean): string =>
  isByRequest ? 'asked every five minutes, without cookies' : 'not listened to on other pages';

const names = (venues: readonly VenueId[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(venues.map((venue) => VENUE_NAMES[venue]));
