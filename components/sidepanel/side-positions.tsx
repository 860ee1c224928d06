import { say } from '../../core/i18n/say-own.ts';
import { assetText } from '../../core/market/asset.ts';
import { PageTables } from '../account/page-tables.tsx';
import { DeskAccounts } from '../account/desk-accounts.tsx';
import { ExampleButton } from '../popup/example-button.tsx';
import type { PopupActions } from '../popup/popup-actions.ts';
import type { PopupStore } from '../popup/popup-store.ts';
import { PositionList } from '../popup/position-list.tsx';
import type { Desk } from '../popup/use-desk.ts';
import { useStore } from '../ui/use-store.ts';

interface SidePositionsProps {
  readonly store: PopupStore;
  readonly actions: PopupActions;
  readonly desk: Desk;
  /** As {@link assetText} calls what the map shows. */
  readonly asset: string;
}

/** All positions of the user, those in the market that is shown first. */
export function SidePositions({ store, actions, desk, asset }: SidePositionsProps) {
  const { positions, markets, draft, saved, openNew, select } = desk;
  const nowMs = useStore(store, (state) => state.nowMs);
  const isElsewhere = (position: (typeof positions)[number]) => Number(assetText(position) !== asset);
  const sorted = positions.toSorted((a, b) => isElsewhere(a) - isElsewhere(b));
  return (
    <section class="popup side-positions" aria-labelledby="side-positions">
      <div class="side-title">
        <h2 id="side-positions">{say('side.positions')}</h2>
        <ExampleButton {...{ desk, actions }} />
        {saved !== undefined && (
          <button type="button" class="button small" onClick={openNew}>
            {say('popup.new')}
          </button>
        )}
      </div>
      {positions.length === 0 && <p class="secondary">{say('side.none')}</p>}
      <PositionList positions={sorted} {...{ markets, nowMs }} selected={draft.id} onSelect={select} />
      <PageTables store={store} />
      <DeskAccounts {...{ store, actions }} />
    </section>
  );
}
