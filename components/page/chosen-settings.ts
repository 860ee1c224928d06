import type { PanelSettings } from '../../core/ledger/settings/panel-settings.ts';
import type { PanelState } from '../overlay/panel-store.ts';
import { pageTheme } from './page-theme.ts';

/** What the panel takes from the settings; the page's own theme where the user has chosen none. */
export const chosenIn = (settings: PanelSettings): Pick<PanelState, keyof PanelSettings> => ({
  ...settings,
  theme: settings.theme === 'page' ? pageTheme() : settings.theme,
});
