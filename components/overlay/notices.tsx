import { say } from '../../core/i18n/say.ts';
import { refusalWords } from '../../core/i18n/refusal-words.ts';
import type { Refusal } from '../../core/market/refusal.ts';
import type { SourceStatus, StorageTrouble } from '../../core/market/market-report.ts';
import { clockSentence } from '../ui/clock-sentence.ts';
import { conditionSentence, isStale, type PanelCondition } from './panel-condition.ts';
import { sourceNotices } from './source-notices.ts';

interface NoticesProps {
  readonly condition: PanelCondition;
  readonly base: string;
  /** Whether there is anything to stay on the screen. */
  readonly hasFigures: boolean;
  readonly sources: readonly SourceStatus[];
  readonly storage: readonly StorageTrouble[];
  /** Venues' time less the device's, milliseconds. */
  readonly clockOffsetMs: number;
  /** Why the last thing that was done in the panel could not be. */
  readonly refused: Refusal | null;
  /** Name of the page's button that shows the chart that can be drawn on, while it is missed. */
  readonly chartButton: string | null;
  readonly onPermission: () => void;
  readonly onHosts: () => void;
  readonly onRefresh: () => void;
}

/** What is wrong and what happens next, one line each; nothing where all is well. */
export function Notices(props: NoticesProps) {
  const { condition, base, sources } = props;
  const sentence = conditionSentence(condition, base, props.hasFigures);
  const isSettled = !['live', 'warming', 'stale-venues', 'stale-late'].includes(condition);
  const clock = isSettled ? null : clockSentence(props.clockOffsetMs);
  const notices = isSettled ? [] : sourceNotices(sources);
  return (
    <div class="notices" role="status">
      {sentence !== null && (
        <p class={isStale(condition) ? 'notice bad' : 'notice'}>
          <span>{sentence}</span>
          {isStale(condition) && condition !== 'stale-offline' && (
            <Action label={say('action.try')} onClick={props.onRefresh} />
          )}
        </p>
      )}
      {props.refused !== null && (
        <p class="notice bad">
          <span>{refusalWords('done', props.refused)}</span>
        </p>
      )}
      {clock !== null && (
        <p class="notice warn">
          <span>{clock}</span>
        </p>
      )}
      {props.storage.map((trouble) => (
        <p class="notice warn" key={trouble}>
          <span>{say(`storage.${trouble}`)}</span>
        </p>
      ))}
      {props.chartButton !== null && (
        <p class="notice">
          <span>{say('chart.press', { button: props.chartButton })}</span>
        </p>
      )}
      {notices.map(({ id, text, action }) => (
        <p class="notice warn" key={id}>
          <span>{text}</span>
          {action === 'permission' && <Action label={say('action.allow')} onClick={props.onPermission} />}
          {action === 'host' && <Action label={say('action.host')} onClick={props.onHosts} />}
        </p>
      ))}
    </div>
  );
}

const Action = ({ label, onClick }: { readonly label: string; readonly onClick: () => void }) => (
  <button type="button" class="button" onClick={onClick}>
    {label}
  </button>
);
