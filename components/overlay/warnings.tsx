import type { WarningReport } from '../../core/market/market-report.ts';
import { say } from '../../core/i18n/say.ts';
import { warningWords } from '../../core/i18n/warning-words.ts';
import { formatAge, formatPrice, formatTime } from '../ui/format.ts';
import type { PanelActions } from './panel-actions.ts';
import { HOUR_MS } from '../../core/market/time.ts';

/** A warning stands at the top of the panel for a day; more than two at once would be a stream. */
const FRESH_MS = 24 * HOUR_MS;
const SHOWN = 2;

/** Warnings of the last day that were not dismissed, the newest first. */
export const freshWarnings = (
  warnings: readonly WarningReport[],
  dismissed: readonly string[],
  nowMs: number,
): readonly WarningReport[] =>
  warnings.filter(({ id, at }) => nowMs - at < FRESH_MS && !dismissed.includes(id));

interface WarningsProps {
  readonly warnings: readonly WarningReport[];
  readonly nowMs: number;
  readonly decimals: number;
  readonly onSnooze: PanelActions['onSnooze'];
}

/** What happened, at which price, what it means; read out once, when it comes. */
export function Warnings({ warnings, nowMs, decimals, onSnooze }: WarningsProps) {
  return (
    <div class="warnings" aria-live="polite" aria-relevant="additions">
      {warnings
        .slice(0, SHOWN)
        .map((warning) => ({ warning, words: warningWords(warning) }))
        .map(({ warning, words }) => (
          <article class="notice warn warning" key={warning.id} aria-label={words.title}>
            <p>
              <b>{words.title}</b>
            </p>
            <p>{words.text}</p>
            <p class="warning-foot secondary">
              <WarningTime {...{ warning, nowMs, decimals }} />
              <button
                type="button"
                class="text-button"
                title={say('warnings.snooze.title')}
                onClick={() => onSnooze(warning.id, HOUR_MS)}
              >
                {say('warnings.snooze')}
              </button>
              <button type="button" class="text-button" onClick={() => onSnooze(warning.id, null)}>
                {say('warnings.dismiss')}
                <span class="visually-hidden">: {words.title}</span>
              </button>
            </p>
          </article>
        ))}
    </div>
  );
}

type WarningTimeProps = Pick<WarningsProps, 'nowMs' | 'decimals'> & { readonly warning: WarningReport };

const WarningTime = ({ warning: { at, price }, nowMs, decimals }: WarningTimeProps) => (
  <span aria-live="off" title={formatTime(at)}>
    {say('warnings.when', { age: formatAge(nowMs - at), price: formatPrice(price, decimals) })}
  </span>
);

/** Every warning of the last days, folded. */
export function WarningTrack({ warnings, nowMs, decimals }: Omit<WarningsProps, 'onSnooze'>) {
  if (warnings.length === 0) return null;
  return (
    <details class="fold">
      <summary>{say('warnings.past', { count: warnings.length })}</summary>
      <ul class="track">
        {warnings
          .map((warning) => ({ warning, words: warningWords(warning) }))
          .map(({ warning, words }) => (
            <li key={warning.id} title={words.text}>
              {words.title}{' '}
              <span class="secondary">
                <WarningTime {...{ warning, nowMs, decimals }} />
              </span>
            </li>
          ))}
      </ul>
    </details>
  );
}
