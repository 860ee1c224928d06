import type {
  ListeningStatus,
  PublicPositionsReport,
  SourceStatus,
} from '../../core/market/market-report.ts';
import { VENUE_NAMES } from '../../core/market/venue-id.ts';
import { formatAge, formatTime, formatUsd } from '../ui/format.ts';
import { listed, venueHealth } from './source-notices.ts';

const WORDS = { ok: 'answers', partly: 'answers in part', down: 'does not answer' } as const;

/** Each venue's state and the age of its last answer, folded away. */
export function Sources({
  sources,
  known,
  listening = [],
  nowMs,
}: {
  readonly sources: readonly SourceStatus[];
  /** Positions that stand in the map as their venue shows them. */
  readonly known: PublicPositionsReport | undefined;
  readonly listening: readonly ListeningStatus[] | undefined;
  readonly nowMs: number;
}) {
  const health = [...venueHealth(sources)];
  if (health.length === 0) return null;
  const silent = listening.filter(({ by }) => by === null).map(({ venue }) => VENUE_NAMES[venue]);
  const well = health.filter(([, state]) => state === 'ok').length;
  return (
    <details class="sources">
      <summary>
        Sources: {well} of {health.length} venues answer
      </summary>
      <ul>
        {health.map(([venue, state]) => {
          const times = sources.flatMap((source) =>
            source.venue === venue && source.at !== null ? [source.at] : [],
          );
          const last = times.length === 0 ? null : Math.max(...times);
          return (
            <li key={venue} title={last === null ? 'No answer yet' : formatTime(last)}>
              <span
                class={`freshness-dot ${{ ok: 'good', partly: 'warn', down: 'bad' }[state]}`}
                aria-hidden="true"
              />
              {VENUE_NAMES[venue]} {WORDS[state]}
              <span class="secondary">{last === null ? 'never' : `${formatAge(nowMs - last)} ago`}</span>
            </li>
          );
        })}
      </ul>
      {silent.length > 0 && (
        <p class="secondary">
          Forced orders of {listed(silent)} are not listened to: the map learns from the others.
        </p>
      )}
      {known !== undefined && (
        <p class="secondary" title={`Read since ${formatTime(known.since)}`}>
          {VENUE_NAMES[known.venue]} shows {known.positions} open positions: {formatUsd(known.longUsd)} of
          longs and {formatUsd(known.shortUsd)} of shorts stand in the map at their own liquidation price.
        </p>
      )}
    </details>
  );
}
