import type { SourceFailure, SourceStatus } from '../../core/market/market-report.ts';
import { VENUE_NAMES, type VenueId } from '../../core/market/venue-id.ts';

/** One venue's trouble in one sentence. `permission` asks for the button that grants access. */
export interface SourceNotice {
  readonly venue: VenueId;
  readonly text: string;
  readonly action: 'permission' | null;
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

/** Whether there are venues and each of them is down. */
export function allVenuesDown(sources: readonly SourceStatus[]): boolean {
  const health = [...venueHealth(sources).values()];
  return health.length > 0 && health.every((state) => state === 'down');
}

/** A sentence for each venue that does not answer in full, the ones that the user can mend first. */
export function sourceNotices(sources: readonly SourceStatus[]): readonly SourceNotice[] {
  const notices = new Map<VenueId, SourceNotice>();
  for (const source of sources) {
    if (source.status === 'ok' || source.code === 'not-listed' || notices.has(source.venue)) continue;
    const failures = sources.filter(({ venue, status }) => venue === source.venue && status !== 'ok');
    const failure = failures.find(({ code }) => code === 'permission') ?? failures[0] ?? source;
    const down = !sources.some(({ venue, status }) => venue === source.venue && status === 'ok');
    notices.set(source.venue, {
      venue: source.venue,
      text: sentence(VENUE_NAMES[source.venue], failure, down),
      action: failure.code === 'permission' ? 'permission' : null,
    });
  }
  return [...notices.values()].sort((a, b) => Number(b.action !== null) - Number(a.action !== null));
}

const REASONS: Readonly<Record<SourceFailure, string>> = {
  network: 'cannot be reached',
  timeout: 'does not answer in time',
  http: 'answers with an error',
  'rate-limited': 'asked Plimsoll to wait',
  region: 'refuses this region',
  schema: 'answers in a form that Plimsoll does not know',
  permission: 'may not be read: the browser needs your consent',
  'not-listed': 'does not list this coin',
  glitch: 'gave figures that cannot be true',
};

function sentence(name: string, { code, kind, status }: SourceStatus, down: boolean): string {
  const reason = code === null ? (status === 'stale' ? 'is late' : 'does not answer') : REASONS[code];
  const part = down ? '' : ` (${kind.replaceAll('-', ' ')})`;
  const consequence =
    code === 'permission' || code === 'region' ? 'left out of the map' : 'its last figures are held';
  return `${name} ${reason}${part}; ${consequence}.`;
}
