import { say, sayStored } from '../../core/i18n/say-page.ts';
import { CONTEXT_SOURCES } from '../../core/context/sources.ts';
import { BINANCE_ARCHIVE_ORIGIN } from '../../core/venues/origins.ts';

const SOURCES = [
  ...CONTEXT_SOURCES,
  { id: 'binance-archive', name: 'Binance archive', origin: BINANCE_ARCHIVE_ORIGIN },
];

interface ContextSourcesProps {
  /** Origins that the user has allowed. */
  readonly granted: ReadonlySet<string>;
  /** Asks the browser for the source's host, or gives it back. */
  readonly onGrant: (origin: string, wanted: boolean) => void;
}

/** What surrounds the market: each source optional, each behind its own consent. */
export const ContextSources = ({ granted, onGrant }: ContextSourcesProps) => (
  <section class="card" aria-labelledby="context">
    <h2 id="context">{say('context.title')}</h2>
    <p class="secondary">{say('context.about')}</p>
    <ul>
      {SOURCES.map(({ id, name, origin }) => {
        const isAllowed = granted.has(origin);
        return (
          <li class="row" key={id}>
            <span>
              {name}
              <br />
              <span class="secondary">
                {sayStored(`context.${id}`, {})} ({new URL(origin.replace('*', '')).host})
              </span>
            </span>
            <span>
              {isAllowed && <span class="secondary">{say('options.allowed')} </span>}
              <button
                type="button"
                class="button"
                aria-label={say(isAllowed ? 'context.stop' : 'context.allow', { source: name })}
                onClick={() => onGrant(origin, !isAllowed)}
              >
                {say(isAllowed ? 'options.stop' : 'options.allow')}
              </button>
            </span>
          </li>
        );
      })}
    </ul>
  </section>
);
