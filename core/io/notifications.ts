import { browser } from 'wxt/browser';

import { warningWords } from '../i18n/warning-words.ts';
import type { NotificationPort } from '../ledger/ports.ts';

/** System notifications, as far as the user has allowed them; silent where not. */
export const systemNotifications: NotificationPort = {
  show: async (warning) => {
    const { title, text } = warningWords(warning);
    if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
    await browser.notifications.create(warning.id, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title,
      message: text,
    });
  },
  withdraw: async (id) => {
    if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
    await browser.notifications.clear(id);
  },
};
