import type { ComponentProps } from 'preact';

import { baseOf } from '../../components/popup/position-draft.ts';
import { isTyped } from '../../components/popup/typed-draft.ts';
import type { SidePanel } from '../../components/sidepanel/side-panel.tsx';
import { createSideStore } from '../../components/sidepanel/side-store.ts';
import { readAsset } from '../../core/market/asset.ts';
import type { PageMarket } from '../../core/market/page-market.ts';
import { askWorker } from '../shared/ask-worker.ts';
import { createDeskActions } from '../shared/desk-actions.ts';
import { draftOfPage } from '../shared/draft-of-page.ts';
import { marketOf } from '../shared/follow-markets.ts';
import { marketActions } from '../shared/market-actions.ts';
import { openDesk } from '../shared/open-desk.ts';
import { pageMarket } from '../shared/page-in-front.ts';
import { bellActions } from './bell-actions.ts';
import { followTab } from './follow-tab.ts';
import { openMarket } from './open-market.ts';

/** Follows the market of the tab in front, and what the user holds. */
export async function startSidePanel(): Promise<ComponentProps<typeof SidePanel>> {
  const { store: desk, clock, settings, follow, tick } = await openDesk(await pageMarket());
  const { store: panel, ...market } = await openMarket(clock, settings);
  const side = createSideStore();
  const showCoin = (name: string): void => {
    const asset = readAsset(name);
    if (asset !== null) market.show(marketOf(asset, settings.venues[0] ?? 'binance'));
  };
  const showPage = async (page: PageMarket): Promise<void> => {
    market.show(page);
    const draft = await draftOfPage(page);
    follow(draft.base);
    if (!isTyped(desk.getState())) desk.setState({ draft, opened: draft });
  };
  showCoin(baseOf(desk.getState().draft));
  const lookAtTab = followTab((page) => {
    side.setState({ isElsewhere: page === null, pressed: null });
    if (page !== null) void showPage(page);
  });
  setInterval(() => {
    tick();
    market.tick();
    if (document.visibilityState === 'visible') lookAtTab();
  }, 1000);
  const actions = {
    ...createDeskActions(desk, follow),
    ...marketActions(panel, askWorker),
    ...(await bellActions(panel, side)),
    onWatch: (name: string) => {
      side.setState({ view: 'market' });
      showCoin(name);
    },
    onOpenTab: null,
    onPlace: () => {},
  };
  return { panel, desk, side, actions };
}
