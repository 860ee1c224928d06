import type { Page } from '@playwright/test';

/** Opens a dialog of the page's own at a fixed place, above its content. */
export const openDialog = (page: Page, place: string): Promise<void> =>
  page.evaluate((css) => {
    const dialog = document.createElement('div');
    dialog.role = 'dialog';
    dialog.style.cssText = `position:fixed;background:#202020;${css}`;
    document.body.append(dialog);
  }, place);

export const closeDialog = (page: Page): Promise<void> =>
  page.evaluate(() => document.querySelector('[role="dialog"]')?.remove());
