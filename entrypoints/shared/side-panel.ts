import { browser } from 'wxt/browser';

/** Firefox's side panel, which the types of Chrome do not know. */
interface SidebarAction {
  readonly open: () => Promise<void>;
  readonly toggle: () => Promise<void>;
}

export const sidebar = (browser as { readonly sidebarAction?: SidebarAction }).sidebarAction;

/** Some browsers of Chromium's family have none. */
export const hasSidePanel =
  sidebar !== undefined || (browser as { readonly sidePanel?: object }).sidePanel !== undefined;

/** Opens the side panel of a window. To be called in the user's click itself, before anything is waited for. */
export const openSidePanel = (windowId: number): Promise<void> =>
  sidebar === undefined ? browser.sidePanel.open({ windowId }) : sidebar.open();
