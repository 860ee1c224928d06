import { say } from '../../core/i18n/say-own.ts';
import { PageTables } from '../account/page-tables.tsx';
import { DeskAccounts } from '../account/desk-accounts.tsx';
import { later } from '../ui/later.tsx';
import { Locale } from '../ui/locale.ts';
import { Own } from '../ui/own-amounts.ts';
import { Segments } from '../ui/segments.tsx';
import { useStore } from '../ui/use-store.ts';
import { ExampleButton } from './example-button.tsx';
import { FileActions } from './file-actions.tsx';
import { LocalNote } from './local-note.tsx';
import { decimalsOf, OpenPosition } from './open-position.tsx';
import type { PopupActions } from './popup-actions.ts';
import { PopupHeader } from './popup-header.tsx';
import { POPUP_VIEWS, type PopupStore } from './popup-store.ts';
import { baseOf } from './position-draft.ts';
import { PositionList } from './position-list.tsx';
import { positionText } from './position-text.ts';
import { useDesk } from './use-desk.ts';
import { useOwnAmounts } from './use-own-amounts.ts';

const WatchList = later(async () => (await import('../watch-list/watch-list.tsx')).WatchList);

interface PopupProps {
  readonly store: PopupStore;
  readonly actions: PopupActions;
}

/** Position risk: saved positions, the inputs of one, and what becomes of it. */
export function Popup({ store, actions }: PopupProps) {
  const desk = useDesk(store, actions);
  const { positions, markets, draft, figures } = desk;
  const nowMs = useStore(store, (state) => state.nowMs);
  const theme = useStore(store, (state) => state.theme);
  const palette = useStore(store, (state) => state.palette);
  const locale = useStore(store, (state) => state.locale);
  const own = useOwnAmounts(store);
  const view = useStore(store, (state) => state.view);
  return (
    <Own.Provider value={own}>
      <Locale.Provider value={locale}>
        <main class="plimsoll popup" data-theme={theme} data-palette={palette}>
          <PopupHeader
            {...{ store, actions, view }}
            base={desk.check.errors.base === undefined ? baseOf(draft) : ''}
            onNew={view === 'list' || desk.saved === undefined ? null : desk.openNew}
          >
            {view === 'position' && <ExampleButton {...{ desk, actions }} />}
          </PopupHeader>
          <Segments
            label={say('popup.views')}
            choices={POPUP_VIEWS.map((one) => [one, say(`popup.view.${one}`)] as const)}
            chosen={view}
            onChoose={(chosen) => store.setState({ view: chosen })}
          />
          {view === 'list' ? (
            <WatchList {...{ store, actions }} />
          ) : (
            <>
              <PositionList {...{ positions, markets, nowMs }} selected={draft.id} onSelect={desk.select} />
              <PageTables store={store} />
              <DeskAccounts {...{ store, actions }} />
              <OpenPosition {...{ store, actions, desk }} />
              <FileActions
                hasPositions={desk.own.length > 0}
                onCopy={
                  figures && (() => actions.onCopy(positionText(figures, decimalsOf(figures).exact, own)))
                }
                onExport={actions.onExport}
                onImport={actions.onImport}
                onOpenTab={actions.onOpenTab}
              />
            </>
          )}
          <LocalNote store={store} hasAddresses={desk.accounts.length > 0} />
        </main>
      </Locale.Provider>
    </Own.Provider>
  );
}
