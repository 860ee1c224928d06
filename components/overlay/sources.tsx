import { say } from '../../core/i18n/say.ts';
import type {
  ListeningStatus,
  PublicPositionsReport,
  SourceStatus,
} from '../../core/market/market-report.ts';
import { VENUE_NAMES } from '../../core/market/venue-id.ts';
import { formatAge, formatTime } from '../ui/format.ts';
import { venueHealth } from './source-notices.ts';

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
      <summary>{say('sources.summary', { well, all: health.length })}</summary>
      <ul>
        {health.map(([venue, state]) => {
          const times = sources.flatMap((source) =>
            source.venue === venue && source.at !== null ? [source.at] : [],
          );
          const last = times.length === 0 ? null : Math.max(...times);
          return (
            <li key={venue} title={last === null ? say('sources.none') : formatTime(last)}>
              <span
                class={`freshness-dot ${{ ok: 'good', partly: 'warn', down: 'bad' }[state]}`}
                aria-hidden="true"
              />
              {say(`sources.${state}`, { venue })}
              <span class="secondary">
                {last === null ? say('sources.never') : say('sources.ago', { age: formatAge(nowMs - last) })}
              </span>
            </li>
          );
        })}
      </ul>
      {silent.length > 0 && <p class="secondary">{say('sources.silent', { names: silent })}</p>}
      {known !== undefined && (
        <p class="secondary" title={say('sources.read-since', { time: formatTime(known.since) })}>
          {say('sources.public', known)}
        </p>
      )}
    </details>
  );
}
