import { say } from '../../core/i18n/say-own.ts';
import { assetText } from '../../core/market/asset.ts';
import { DeskPrice, NotWatched } from '../popup/desk-market.tsx';
import { FileActions } from '../popup/file-actions.tsx';
import { LocalNote } from '../popup/local-note.tsx';
import { decimalsOf, OpenPosition } from '../popup/open-position.tsx';
import type { PopupActions } from '../popup/popup-actions.ts';
import type { PopupStore } from '../popup/popup-store.ts';
import { baseOf } from '../popup/position-draft.ts';
import { positionText } from '../popup/position-text.ts';
import { isTyped } from '../popup/typed-draft.ts';
import type { Desk } from '../popup/use-desk.ts';
import { useOwn } from '../ui/own-amounts.ts';
import { useStore } from '../ui/use-store.ts';

interface SideDeskProps {
  readonly store: PopupStore;
  readonly desk: Desk;
  readonly actions: PopupActions;
  /** As {@link assetText} calls what the map shows. */
  readonly asset: string;
}

/** The position that is open, in full; a new one is folded until something is known of it. */
export function SideDesk({ store, desk, actions, asset }: SideDeskProps) {
  const { own, accounts, draft, figures, saved, check } = desk;
  const typed = useStore(store, isTyped);
  const amounts = useOwn();
  const base = check.errors.base === undefined ? baseOf(draft) : '';
  return (
    <section class="popup side-desk" aria-labelledby="side-desk">
      <div class="side-title">
        <h2 id="side-desk" class={saved === undefined ? 'visually-hidden' : ''}>
          {saved === undefined
            ? say('popup.new')
            : say(`position.${saved.side}`, { asset: assetText(saved) })}
          {saved?.isExample === true && <span class="tag">{say('saved.example')}</span>}
        </h2>
        {base !== asset && <DeskPrice {...{ store, base }} />}
      </div>
      <NotWatched {...{ store, base }} onWatch={actions.onWatch} />
      <OpenPosition {...{ store, actions, desk }} isFolded={saved === undefined && !typed} />
      <FileActions
        hasPositions={own.length > 0}
        onCopy={figures && (() => actions.onCopy(positionText(figures, decimalsOf(figures).exact, amounts)))}
        onExport={actions.onExport}
        onImport={actions.onImport}
        onOpenTab={actions.onOpenTab}
      />
      <LocalNote store={store} hasAddresses={accounts.length > 0} />
    </section>
  );
}
