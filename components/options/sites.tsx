import { SITE_GRANTS, type SiteGrant } from '../../core/sites/registry.ts';

interface SitesProps {
  /** Match patterns that the browser has granted. */
  readonly granted: ReadonlySet<string>;
  /** Asks the browser for a site's patterns, or gives them back. */
  readonly onGrant: (patterns: readonly string[], wanted: boolean) => void;
}

/** Where the panel may stand: each site behind its own consent, one click each. */
export const Sites = ({ granted, onGrant }: SitesProps) => (
  <section class="card" aria-labelledby="sites">
    <h2 id="sites">Sites</h2>
    <p class="secondary">
      The panel appears on a site only after you allow it, also in tabs that are open already. Where a venue
      is not among those above, the figures are of the same coin on the venues above.
    </p>
    <ul>
      {SITE_GRANTS.map((grant) => {
        const { access, patterns } = grant;
        const name = nameOf(grant);
        const isAllowed = patterns.every((pattern) => granted.has(pattern));
        return (
          <li class="row" key={name}>
            <span>
              {name} <span class="secondary">({patterns.map(hostOf).join(', ')})</span>
            </span>
            {isAllowed && access === 'required' ? (
              <span class="secondary">allowed at install</span>
            ) : (
              <span>
                {isAllowed && <span class="secondary">allowed </span>}
                <button type="button" class="button" onClick={() => onGrant(patterns, !isAllowed)}>
                  {isAllowed ? 'Stop' : 'Allow'}
                  <span class="visually-hidden"> the panel on {name}</span>
                </button>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  </section>
);

const nameOf = ({ site, isRegional }: SiteGrant): string =>
  isRegional ? `${site.name}’s pages for other countries` : site.name;

const hostOf = (pattern: string): string => pattern.slice('https://'.length, -'/*'.length);
