import type { Settings } from '../../core/ledger/stored.ts';
import type { PanelState } from '../overlay/panel-store.ts';
import { pageTheme } from './page-theme.ts';

/** What the panel takes from the settings; the page's own theme where the user has chosen none. */
export const chosenIn = ({
  theme,
  palette,
  bookMarks,
  listening,
}: Settings): Pick<PanelState, 'theme' | 'palette' | 'bookMarks' | 'listening'> => ({
  theme: theme === 'page' ? pageTheme() : theme,
  palette,
  bookMarks: bookMarks === true,
  listening,
});
