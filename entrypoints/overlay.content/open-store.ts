import type { ContentScriptContext } from 'wxt/utils/content-script-context';

import { createPanelStore, type PanelStore } from '../../components/overlay/panel-store.ts';
import { FIRST_PLACE, fitPlace } from '../../components/overlay/place.ts';
import { followWindow, windowSize } from '../../components/page/follow-window.ts';
import { chosenIn } from '../../components/page/chosen-settings.ts';
import { followTheme } from '../../components/page/page-theme.ts';

import { dismissedWarningsItem, panelSettingsItem, placeItem } from '../../core/io/storage-shared.ts';
import { openViewClock, type ViewClock } from '../../core/io/view-clock.ts';
import type { PanelPlace } from '../../core/ledger/place.ts';
import type { Site } from '../../core/sites/site.ts';
import { learnWords } from './learn-words.ts';

export interface OpenStore {
  readonly store: PanelStore;
  readonly clock: ViewClock;
  /** How the user has left the panel on this site, as far as it is stored. */
  readonly place: Partial<PanelPlace>;
}

/** The panel's store, which follows settings, page and window until the context ends; null if it has ended already. */
export async function openStore(ctx: ContentScriptContext, site: Site): Promise<OpenStore | null> {
  const [isAlive, clock, place, settings, dismissed] = await Promise.all([
    learnWords(),
    openViewClock(),
    placeItem(site.id).getValue(),
    panelSettingsItem.getValue(),
    dismissedWarningsItem.getValue(),
  ]);
  if (ctx.isInvalid || !isAlive) {
    clock.stop();
    return null;
  }
  const store = createPanelStore({
    ...chosenIn(settings),
    nowMs: clock.nowMs(),
    clockOffsetMs: clock.offsetMs(),
    online: navigator.onLine,
    place: fitPlace({ ...FIRST_PLACE, ...place }, windowSize()),
    isPlaced: place.right !== undefined,
    dismissed,
    hasBook: site.book !== undefined,
  });
  let chosenTheme = settings.theme;
  ctx.onInvalidated(clock.stop);
  ctx.onInvalidated(
    panelSettingsItem.watch((next) => {
      chosenTheme = next.theme;
      store.setState(chosenIn(next));
    }),
  );
  ctx.onInvalidated(dismissedWarningsItem.watch((ids) => store.setState({ dismissed: ids })));
  followTheme(ctx, (theme) => {
    if (chosenTheme === 'page') store.setState({ theme });
  });
  followWindow(ctx, store);
  return { store, clock, place };
}
