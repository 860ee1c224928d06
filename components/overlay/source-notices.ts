import { say, sayStored } from '../../core/i18n/say.ts';
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
  const alike = new Map<string, { readonly trouble: Trouble; readonly venues: VenueId[] }>();
  for (const [venue, health] of venueHealth(failing)) {
    if (health === 'ok') continue;
    const trouble = troubleOf(failing, venue, health === 'down');
    const key = JSON.stringify(trouble);
    alike.set(key, { trouble, venues: [...(alike.get(key)?.venues ?? []), venue] });
  }
  const troubles = [...alike.values()].map(({ venues, trouble }): SourceNotice => {
    const text = sentenceOf(trouble, venues);
    return { id: text, text, action: trouble.action };
  });
  return [...asides, ...troubles].toSorted((a, b) => Number(b.action !== null) - Number(a.action !== null));
}

/** What is wrong with a venue; venues of one trouble are told together. */
interface Trouble {
  readonly code: SourceFailure | null;
  /** The one thing that is not answered, of several; null where nothing is. */
  readonly part: string | null;
  readonly action: SourceNotice['action'];
  /** Other hosts of the venue that may serve the user, in words; null where there are none. */
  readonly hosts: string | null;
}

/** Refusals of the connection by its region or address. */
const REFUSALS: ReadonlySet<SourceFailure> = new Set(['region', 'blocked']);

/** What does not pass by itself. */
const LASTING: ReadonlySet<SourceFailure> = new Set([...REFUSALS, 'permission']);

/** Why `names` have nothing to say, without a full stop. */
export const sourceReason = (code: SourceFailure | null, names: readonly string[]): string =>
  say(`reason.${code ?? 'unanswered'}`, { names });

function sentenceOf({ code, part, hosts }: Trouble, venues: readonly VenueId[]): string {
  const names = venues.map((venue) => VENUE_NAMES[venue]);
  const whole = say(`reason.${code ?? 'late'}`, { names });
  const reason = part === null ? whole : say('reason.of-part', { reason: whole, part: kindName(part) });
  if (hosts !== null) return say('source.elsewhere', { reason, hosts });
  return say(code !== null && LASTING.has(code) ? 'source.left-out' : 'source.again', { reason });
}

const kindName = (kind: string): string => sayStored(`kind.${kind}`, {}) ?? kind;

function troubleOf(sources: readonly SourceStatus[], venue: VenueId, isDown: boolean): Trouble {
  const failures = sources.filter((source) => source.venue === venue && source.status !== 'ok');
  const failure = failures.find(({ code }) => code === 'permission') ?? failures[0];
  const code = failure?.code ?? null;
  const part = isDown ? null : (failure?.kind ?? null);
  const isElsewhere = code !== null && REFUSALS.has(code) && REGIONAL_HOSTS[venue] !== undefined;
  const action = code === 'permission' ? 'permission' : isElsewhere ? 'host' : null;
  return { code, part, action, hosts: isElsewhere ? hostsOf(venue) : null };
}

/** `eea.okx.com or us.okx.com`; of many hosts their number. */
function hostsOf(venue: VenueId): string {
  const hosts = (REGIONAL_HOSTS[venue] ?? []).map(({ host }) => host);
  return hosts.length > 2 ? say('source.hosts', { count: hosts.length }) : say('either', { names: hosts });
}
