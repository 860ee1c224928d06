import type { ComponentChildren } from 'preact';

import { say } from '../../core/i18n/say-own.ts';
import { SideButton } from '../overlay/side-button.tsx';
import { clockSentence } from '../ui/clock-sentence.ts';
import { useStore } from '../ui/use-store.ts';
import { DeskPrice, NotWatched } from './desk-market.tsx';
import { AmountsSwitch } from './amounts-switch.tsx';
import type { PopupActions } from './popup-actions.ts';
import { SilentMessengers } from './silent-messengers.tsx';
import type { PopupStore, PopupView } from './popup-store.ts';

interface PopupHeaderProps {
  /** Stands beside the title. */
  readonly children: ComponentChildren;
  readonly store: PopupStore;
  readonly actions: Pick<PopupActions, 'onWatch' | 'onPermission' | 'onHideAmounts' | 'onSidePanel'>;
  readonly base: string;
  readonly view: PopupView;
  /** Null while a new position is being entered. */
  readonly onNew: (() => void) | null;
}

/** The market of the position with the age of its figures, and what is missing for it. */
export function PopupHeader({ store, actions, base, view, onNew, children }: PopupHeaderProps) {
  const clock = useStore(store, (state) => clockSentence(state.clockOffsetMs));
  const missing = useStore(store, (state) => state.missingOrigins);
  const hosts = missing.map((origin) => origin.replace(/^https:\/\/|\/\*$/g, '')).join(', ');
  return (
    <>
      <header>
        <h1>{say(view === 'list' ? 'popup.view.list' : 'popup.title')}</h1>
        {onNew !== null && (
          <button type="button" class="button small" aria-label={say('popup.new')} onClick={onNew}>
            {say('popup.new.short')}
          </button>
        )}
        {children}
        {view === 'position' ? <DeskPrice {...{ store, base }} /> : <span class="figure" />}
        <AmountsSwitch {...{ store }} onHideAmounts={actions.onHideAmounts} />
        <SideButton onClick={actions.onSidePanel} />
      </header>
      {view === 'position' && <NotWatched {...{ store, base }} onWatch={actions.onWatch} />}
      {clock !== null && (
        <p class="notice warn">
          <span>{clock}</span>
        </p>
      )}
      <SilentMessengers store={store} />
      {missing.length > 0 && (
        <p class="notice warn">
          <span>{say('popup.no-access', { hosts })}</span>
          <button type="button" class="button" onClick={actions.onPermission}>
            {say('popup.allow')}
          </button>
        </p>
      )}
    </>
  );
}
