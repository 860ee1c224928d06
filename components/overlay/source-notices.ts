import type { SourceFailure, SourceStatus } from '../../core/market/market-report.ts';
import { VENUE_NAMES, type VenueId } from '../../core/market/venue-id.ts';
import { REGIONAL_HOSTS } from '../../core/venues/regional-hosts.ts';
import { asideSentences } from './aside-text.ts';

/**
 * One trouble in one sentence, of one venue or of several alike, with the button that may mend it: `permission` grants
 * access, `host` leads to the venue's hosts for other countries.
 */
export interface SourceNotice {
  readonly id: string;
  readonly text: string;
  readonly action: 'permission' | 'host' | null;
}

/** A venue is down when nothing it was asked for is answered; venues that do not list the coin do not count. */
export function venueHealth(
  sources: readonly SourceStatus[],
): ReadonlyMap<VenueId, 'ok' | 'partly' | 'down'> {
  const health = new Map<VenueId, 'ok' | 'partly' | 'down'>();
  for (const { venue, status, code } of sources) {
    if (code === 'not-listed') continue;
    const now = status === 'ok' ? 'ok' : 'down';
    const before = health.get(venue) ?? now;
    health.set(venue, before === now ? now : 'partly');
  }
  return health;
}

/** The sources that say what the price is now; all of them where none does. */
export function priceSources(sources: readonly SourceStatus[]): readonly SourceStatus[] {
  const listed = sources.filter(({ code }) => code !== 'not-listed');
  const prices = listed.filter(({ kind }) => kind === 'ticker');
  return prices.length > 0 ? prices : listed;
}

/** Whether there are venues and none of them says what the price is now. Slow figures may still be fresh. */
export function allVenuesDown(sources: readonly SourceStatus[]): boolean {
  const prices = priceSources(sources);
  return prices.length > 0 && prices.every(({ status }) => status !== 'ok');
}

/** A sentence for the venues that do not answer in full, alike ones together, what the user can mend first. */
export function sourceNotices(sources: readonly SourceStatus[]): readonly SourceNotice[] {
  const asides = asideSentences(sources).map((text): SourceNotice => ({ id: text, text, action: null }));
  const failing = sources.filter(({ code }) => code !== 'set-aside');
  const venuesByTrouble = new Map<string, VenueId[]>();
  const actions = new Map<string, SourceNotice['action']>();
  for (const [venue, health] of venueHealth(failing)) {
    if (health === 'ok') continue;
    const { trouble, action } = troubleOf(failing, venue, health === 'down');
    actions.set(trouble, action);
    venuesByTrouble.set(trouble, [...(venuesByTrouble.get(trouble) ?? []), venue]);
  }
  const troubles = [...venuesByTrouble].map(([trouble, venues]): SourceNotice => ({
    id: trouble,
    text: `${listed(venues.map((venue) => VENUE_NAMES[venue]))} ${trouble}.`,
    action: actions.get(trouble) ?? null,
  }));
  return [...asides, ...troubles].toSorted((a, b) => Number(b.action !== null) - Number(a.action !== null));
}

const REASONS: Readonly<Record<SourceFailure, string>> = {
  network: 'cannot be reached',
  timeout: 'did not answer in time',
  http: 'answered with an error',
  'rate-limited': 'asked Plimsoll to wait',
  region: 'refused this region',
  blocked: 'turned this connection away for its region or address',
  schema: 'answered in an unknown form',
  permission: 'needs your consent in the browser',
  'not-listed': 'does not list it',
  glitch: 'gave figures that cannot be true',
  'set-aside': 'contradicts the others',
};

/** Refusals of the connection by its region or address. */
const REFUSALS: ReadonlySet<SourceFailure> = new Set(['region', 'blocked']);

/** What does not pass by itself. */
const LASTING: ReadonlySet<SourceFailure> = new Set([...REFUSALS, 'permission']);

/** The failure as the end of a sentence that begins with the source. */
export const sourceReason = (code: SourceFailure): string => REASONS[code];

function troubleOf(
  sources: readonly SourceStatus[],
  venue: VenueId,
  isDown: boolean,
): { readonly trouble: string; readonly action: SourceNotice['action'] } {
  const failures = sources.filter((source) => source.venue === venue && source.status !== 'ok');
  const failure = failures.find(({ code }) => code === 'permission') ?? failures[0];
  const code = failure?.code ?? null;
  const reason = code === null ? 'is late' : REASONS[code];
  const part = isDown || failure === undefined ? '' : ` (${failure.kind.replaceAll('-', ' ')})`;
  const consequence = code !== null && LASTING.has(code) ? 'left out of the map' : 'tried again soon';
  const trouble = `${reason}${part}: ${consequence}`;
  if (code === 'permission') return { trouble, action: 'permission' };
  const isElsewhere = code !== null && REFUSALS.has(code) && REGIONAL_HOSTS[venue] !== undefined;
  return isElsewhere
    ? { trouble: `${trouble}, unless ${hostsOf(venue)} serves you`, action: 'host' }
    : { trouble, action: null };
}

/** `eea.okx.com or us.okx.com`; of many hosts their number. */
function hostsOf(venue: VenueId): string {
  const hosts = REGIONAL_HOSTS[venue] ?? [];
  return hosts.length > 2
    ? `one of its ${hosts.length} other hosts`
    : hosts.map(({ host }) => host).join(' or ');
}

/** `OKX`, `OKX and Gate`, `OKX, Bitget and Gate`. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
