import type { WarningReport } from '../../core/market/market-report.ts';
import { say } from '../../core/i18n/say.ts';
import { warningWords } from '../../core/i18n/warning-words.ts';
import { formatAge, formatPrice, formatTime } from '../ui/format.ts';
import { OwnWarning } from './own-warning.tsx';
import type { PanelActions } from './panel-actions.ts';
import type { PressGuard } from './press-guard.ts';
import { WarningFoot } from './warning-foot.tsx';
import { HOUR_MS } from '../../core/market/time.ts';

/** A warning stands at the top of the panel for a day; more than two at once would be a stream. */
const FRESH_MS = 24 * HOUR_MS;
const SHOWN = 2;

/** Warnings of the last day that were not taken off the list, the newest first. */
export const freshWarnings = (
  warnings: readonly WarningReport[],
  takenOff: readonly string[],
  nowMs: number,
): readonly WarningReport[] =>
  warnings.filter(({ id, at }) => nowMs - at < FRESH_MS && !takenOff.includes(id));

/** Those that a page may be written: the same whether or not there is one of a position of the user's own. */
export const marketWarnings = (warnings: readonly WarningReport[] = []): readonly WarningReport[] =>
  warnings.filter(({ isOwn }) => isOwn !== true);

/** Those of the user's own, what presses before all else. */
export const ownWarnings = (warnings: readonly WarningReport[]): readonly WarningReport[] =>
  warnings
    .filter(({ isOwn }) => isOwn === true)
    .toSorted((a, b) => Number(b.isPressing === true) - Number(a.isPressing === true));

interface WarningsProps {
  readonly warnings: readonly WarningReport[];
  readonly nowMs: number;
  readonly decimals: number;
  readonly onSnooze: PanelActions['onSnooze'];
  /** Takes one of the user's own from this page for a while. */
  readonly onRest: (id: string) => void;
  /** Null where no page is around the panel: there those of the user's own are written like others. */
  readonly guard: PressGuard | null;
}

/** What happened, at which price, what it means; read out once, when it comes. */
export function Warnings({ warnings, guard, onRest, ...shown }: WarningsProps) {
  const written = guard === null ? warnings : marketWarnings(warnings);
  return (
    <div class="warnings" aria-live="polite" aria-relevant="additions">
      {guard !== null &&
        ownWarnings(warnings)
          .slice(0, SHOWN)
          .map((own) => (
            <OwnWarning
              key={own.id}
              warning={own}
              nowMs={shown.nowMs}
              guard={guard}
              onRest={() => onRest(own.id)}
            />
          ))}
      {written.slice(0, SHOWN).map((warning) => (
        <Warning key={warning.id} {...{ warning, guard, ...shown }} />
      ))}
    </div>
  );
}

type WarningProps = Omit<WarningsProps, 'warnings' | 'onRest'> & { readonly warning: WarningReport };

function Warning({ warning, nowMs, decimals, onSnooze, guard }: WarningProps) {
  const words = warningWords(warning);
  return (
    <article class="notice warn warning" aria-label={words.title}>
      <p>
        <b>{words.title}</b>
      </p>
      <p>{words.text}</p>
      <WarningFoot
        guard={guard}
        choices={[
          {
            id: 'snooze',
            label: say('warnings.snooze'),
            title: say('warnings.snooze.title'),
            question: say('warnings.snooze.ask'),
            onYes: () => onSnooze(warning.id, HOUR_MS),
          },
          {
            id: 'dismiss',
            label: (
              <>
                {say('warnings.dismiss')}
                <span class="visually-hidden">: {words.title}</span>
              </>
            ),
            question: say('warnings.dismiss.ask'),
            onYes: () => onSnooze(warning.id, null),
          },
        ]}
      >
        <WarningTime {...{ warning, nowMs, decimals }} />
      </WarningFoot>
    </article>
  );
}

type WarningTimeProps = Pick<WarningsProps, 'nowMs' | 'decimals'> & { readonly warning: WarningReport };

const WarningTime = ({ warning: { at, price }, nowMs, decimals }: WarningTimeProps) => (
  <span aria-live="off" title={formatTime(at)}>
    {say('warnings.when', { age: formatAge(nowMs - at), price: formatPrice(price, decimals) })}
  </span>
);

/** Every warning of the last days, folded. */
export function WarningTrack({
  warnings,
  nowMs,
  decimals,
}: Pick<WarningsProps, 'warnings' | 'nowMs' | 'decimals'>) {
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
