import type { PopupState } from '../../components/popup/popup-store.ts';
import { themeOf } from '../../components/ui/theme.ts';
import type { Settings } from '../../core/ledger/settings/settings.ts';

/** What the views around positions read of the settings. */
export const chosenSettings = (
  settings: Settings,
): Pick<PopupState, 'palette' | 'theme' | 'hideAmounts' | 'watchList' | 'tradeAt'> => ({
  palette: settings.palette,
  theme: themeOf(settings),
  hideAmounts: settings.hideAmounts,
  watchList: settings.watchList,
  tradeAt: settings.tradeAt,
});
