import { say } from '../../core/i18n/say-page.ts';
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
    <h2 id="sites">{say('sites.title')}</h2>
    <p class="secondary">{say('sites.about')}</p>
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
              <span class="secondary">{say('sites.at-install')}</span>
            ) : (
              <span>
                {isAllowed && <span class="secondary">{say('options.allowed')} </span>}
                <button
                  type="button"
                  class="button"
                  aria-label={say(isAllowed ? 'sites.stop' : 'sites.allow', { site: name })}
                  onClick={() => onGrant(patterns, !isAllowed)}
                >
                  {say(isAllowed ? 'options.stop' : 'options.allow')}
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
  isRegional ? say('sites.regional', { site: site.name }) : site.name;

const hostOf = (pattern: string): string => pattern.slice('https://'.length, -'/*'.length);
