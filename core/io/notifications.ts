import { browser } from 'wxt/browser';

import type { NotificationPort } from '../ledger/ports.ts';

/** System notifications, as far as the user has allowed them; silent where not. */
export const systemNotifications: NotificationPort = {
  show: async ({ id, title, text }) => {
    if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
    await browser.notifications.create(id, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title,
      message: text,
    });
  },
};
