import { CONTEXT_SOURCES } from '../../core/context/sources.ts';

/** What each source is for; one line beside its button. */
const PURPOSES: Readonly<Record<string, string>> = {
  coinmarketcap: 'Net flow of the US spot bitcoin funds a day, eight requests a day',
  bitbo: 'The same flows, asked when the first source fails',
  faireconomy: 'This week’s economic events and their impact, eight requests a day',
  'hyperliquid-leaderboard':
    'Addresses of the largest accounts, whose public positions then stand in the map; about 32 MB once a day',
  'deribit-btc': 'Implied volatility of bitcoin and ether, every half hour',
};

interface ContextSourcesProps {
  /** Origins that the user has allowed. */
  readonly granted: ReadonlySet<string>;
  /** Asks the browser for the source's host, or gives it back. */
  readonly onGrant: (origin: string, wanted: boolean) => void;
}

/** What surrounds the market: each source optional, each behind its own consent. */
export const ContextSources = ({ granted, onGrant }: ContextSourcesProps) => (
  <section class="card" aria-labelledby="context">
    <h2 id="context">Context</h2>
    <p class="secondary">
      Optional. A source is asked only after you allow it, and only for public figures; one that fails costs
      its own line in the panel.
    </p>
    <ul>
      {CONTEXT_SOURCES.map(({ id, name, origin }) => {
        const isAllowed = granted.has(origin);
        return (
          <li class="row" key={id}>
            <span>
              {name}
              <br />
              <span class="secondary">
                {PURPOSES[id]} ({new URL(origin.replace('*', '')).host})
              </span>
            </span>
            <span>
              {isAllowed && <span class="secondary">allowed </span>}
              <button type="button" class="button" onClick={() => onGrant(origin, !isAllowed)}>
                {isAllowed ? 'Stop' : 'Allow'}
                <span class="visually-hidden"> {name}</span>
              </button>
            </span>
          </li>
        );
      })}
    </ul>
  </section>
);
