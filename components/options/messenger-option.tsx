import type { ComponentChildren } from 'preact';

import { refusalWords } from '../../core/i18n/refusal-words.ts';
import { say, sayStored } from '../../core/i18n/say-page.ts';
import { isOff, type ShownChannel } from '../../core/ledger/messengers.ts';
import type { Refusal } from '../../core/market/refusal.ts';
import type { MessengerId } from '../../core/messengers/registry.ts';

export interface MessengerActions {
  readonly onTry: (id: MessengerId) => void;
  readonly onRemove: (id: MessengerId) => void;
  readonly onOwnFigures: (id: MessengerId, wanted: boolean) => void;
  /** Asks the browser for the messenger's host. */
  readonly onAllow: (id: MessengerId) => void;
}

interface MessengerOptionProps extends MessengerActions {
  readonly id: MessengerId;
  readonly host: string;
  /** What is kept of it; null while the user has given no address. */
  readonly channel: ShownChannel | null;
  readonly isAllowed: boolean;
  /** What is known of the test that the user asked for last. */
  readonly test: 'sending' | 'arrived' | 'failed' | null;
  /** Why the last change of it could not be stored; null where it could. */
  readonly refused: Refusal | null;
  /** The form for an address. */
  readonly children: ComponentChildren;
}

/** A messenger: how to give it an address, or to which it writes and how that goes. */
export function MessengerOption(props: MessengerOptionProps) {
  const { id, host, channel, refused, children, onTry, onRemove, onOwnFigures } = props;
  const name = say(`messenger.${id}`);
  if (channel === null) {
    return (
      <details class="messenger">
        <summary>{name}</summary>
        <p class="secondary">{say(`messenger.about.${id}`)}</p>
        {children}
        <NotStored refused={refused} />
        <p class="secondary">{say('messenger.secret', { host })}</p>
      </details>
    );
  }
  return (
    <div class="messenger">
      <div class="row">
        <span>
          {name} <span class="secondary">{say(`messenger.kept.${id}`, { hint: `…${channel.hint}` })}</span>
        </span>
        <span class="thresholds">
          <button
            type="button"
            class="button"
            aria-label={say('messenger.try.name', { name })}
            onClick={() => onTry(id)}
          >
            {say('messenger.try')}
          </button>
          <button
            type="button"
            class="button"
            aria-label={say('messenger.remove.name', { name })}
            onClick={() => onRemove(id)}
          >
            {say('messenger.remove')}
          </button>
        </span>
      </div>
      <label>
        <input
          type="checkbox"
          aria-label={say('messenger.own-figures.name', { name })}
          checked={channel.hasOwnFigures}
          onChange={() => onOwnFigures(id, !channel.hasOwnFigures)}
        />{' '}
        {say('messenger.own-figures')}
      </label>
      <NotStored refused={refused} />
      <MessengerState {...props} channel={channel} />
    </div>
  );
}

const NotStored = ({ refused }: Pick<MessengerOptionProps, 'refused'>) =>
  refused === null ? null : (
    <p class="problem" role="alert">
      {refusalWords('stored', refused)}
    </p>
  );

/** How it goes: one sentence, and none where nothing is to be said. */
function MessengerState({
  id,
  host,
  channel,
  isAllowed,
  test,
  onAllow,
}: MessengerOptionProps & { readonly channel: ShownChannel }) {
  if (!isAllowed) {
    return (
      <p class="row">
        <span class="problem">{say('messenger.no-access', { host })}</span>
        <button type="button" class="button" onClick={() => onAllow(id)}>
          {say('messenger.allow', { host })}
        </button>
      </p>
    );
  }
  if (test === 'sending') return <p role="status">{say('messenger.sending')}</p>;
  if (channel.fault === null)
    return test === 'arrived' ? <p role="status">{say('messenger.arrived')}</p> : null;
  return (
    <p class="problem" role="alert">
      {say(isOff(channel) ? 'messenger.off' : 'messenger.failed', { reason: reasonOf(id, channel) })}
    </p>
  );
}

function reasonOf(id: MessengerId, { fault, status }: ShownChannel): string {
  const known = sayStored(`messenger.fault.${id}.${status}`, {});
  const reason = sayStored(`reason.${fault?.code}`, { names: [say(`messenger.${id}`)] });
  return known ?? say('messenger.fault', { reason: reason ?? '' });
}
