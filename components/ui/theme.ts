import type { Settings } from '../../core/ledger/settings/settings.ts';

/** Colours of a page of the extension's own: as chosen, else as the device has them. */
export const themeOf = ({ theme }: Pick<Settings, 'theme'>): 'dark' | 'light' => {
  if (theme !== 'page') return theme;
  return matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
};
