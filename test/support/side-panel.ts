import type { ComponentProps } from 'preact';

import { createPanelStore, type PanelState } from '../../components/overlay/panel-store.ts';
import { createPopupStore, type PopupState } from '../../components/popup/popup-store.ts';
import type { SidePanel } from '../../components/sidepanel/side-panel.tsx';
import { createSideStore, type SideState } from '../../components/sidepanel/side-store.ts';
import { buildHeardOrders, buildMapWindow, buildPastLevels } from './sample-window.ts';
import { buildPageMarket, buildReport, SAMPLE_AT } from './sample-report.ts';

interface Given {
  readonly panel?: Partial<PanelState>;
  readonly desk?: Partial<PopupState>;
  readonly side?: Partial<SideState>;
  readonly actions?: Partial<ComponentProps<typeof SidePanel>['actions']>;
}

const ignore = () => {};

/** What a side panel on the sample market is made of. */
export const buildSidePanel = (given: Given = {}): ComponentProps<typeof SidePanel> => ({
  panel: createPanelStore({
    market: buildPageMarket(),
    report: buildReport(),
    nowMs: SAMPLE_AT + 2000,
    ...given.panel,
  }),
  desk: createPopupStore({
    nowMs: SAMPLE_AT + 2000,
    markets: { BTC: { report: buildReport(), tiers: {} } },
    ...given.desk,
  }),
  side: createSideStore(given.side),
  actions: {
    onPlace: ignore,
    onPermission: ignore,
    onHosts: ignore,
    onRefresh: ignore,
    onSnooze: ignore,
    onListeningOptions: ignore,
    onListenToOwnPages: ignore,
    onChange: ignore,
    onRecord: ignore,
    askMapWindow: async (asked) => buildMapWindow(asked),
    askOrders: async () => buildHeardOrders(),
    askLevels: async () => buildPastLevels(),
    onPut: ignore,
    onRemove: ignore,
    onPutAccount: ignore,
    onForgetAccount: ignore,
    onConsent: ignore,
    onBase: ignore,
    onWatch: ignore,
    onList: ignore,
    onLook: ignore,
    onTrade: ignore,
    onTradeAt: ignore,
    onHideAmounts: ignore,
    onCopy: ignore,
    onExport: ignore,
    onImport: ignore,
    onOpenTab: null,
    onPutBell: ignore,
    onRemoveBell: ignore,
    newId: () => 'new',
    ...given.actions,
  },
});
