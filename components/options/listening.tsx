import { say } from '../../core/i18n/say-page.ts';
import type { VenueId } from '../../core/market/venue-id.ts';
import {
  type Listening,
  type ListeningChange,
  wereSocketsOpen,
} from '../../core/ledger/settings/listening.ts';

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
      <h2 id="listening">{say('listening.title')}</h2>
      <p>
        {say('listening.about')} {say('socket.tells')}
      </p>
      {isAnswered ? (
        <ul>
          <li>
            <label>
              <input type="checkbox" checked={ownPages} onChange={() => answer({ ownPages: !ownPages })} />{' '}
              {say('listening.page')}
            </label>
          </li>
          {venues.map((venue) => {
            const isOn = agreed.includes(venue);
            const turned = isOn ? { remove: [venue] } : { add: [venue] };
            return (
              <li key={venue}>
                <label>
                  <input type="checkbox" checked={isOn} onChange={() => answer({ venues: turned })} />{' '}
                  {say('listening.venue', { venue })}{' '}
                  {!isOn && (
                    <span class="secondary">
                      {say(byRequest.has(venue) ? 'listening.by-request' : 'listening.not-elsewhere')}
                    </span>
                  )}
                </label>
              </li>
            );
          })}
        </ul>
      ) : (
        <>
          <p>
            {wereSocketsOpen(listening) && `${say('listening.before')} `}
            {say('listening.question', { names: venues })}
            {unheard.length > 0 && ` ${say('listening.without', { venues: unheard.length, names: unheard })}`}
          </p>
          <div class="row files">
            <button type="button" class="button" onClick={() => answer({ venues })}>
              {say('listening.all')}
            </button>
            <button type="button" class="button" onClick={() => answer({ venues: [] })}>
              {say('listening.own')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
