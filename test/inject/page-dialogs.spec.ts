import type { Page } from '@playwright/test';

import { expectChartState, openChart } from './chart.ts';
import { expect, LARGE_WINDOW, test } from './fixtures.ts';
import { panelOf } from '../support/panel.ts';

/** Of the panel, which `openChart` places in the lower right corner of the window. */
const OVER_PANEL = 'right:40px;bottom:60px;width:200px;height:180px';

interface Part {
  readonly role?: string;
  readonly isModal?: boolean;
  readonly css: string;
}

/** Puts boxes of the page's own above its content, each over the one before; the first click takes them away. */
const open = (page: Page, parts: readonly Part[]) =>
  page.evaluate((list) => {
    const boxes = list.map(({ role, isModal, css }) => {
      const box = document.createElement('div');
      if (role !== undefined) box.role = role;
      if (isModal === true) box.ariaModal = 'true';
      box.style.cssText = `position:fixed;z-index:100;background:#303840;${css}`;
      box.textContent = 'Confirm order';
      document.body.append(box);
      return box;
    });
    addEventListener('pointerup', () => boxes.forEach((box) => box.remove()), { once: true });
  }, parts);

test.use({ viewport: LARGE_WINDOW, pace: 8 });

const close = (page: Page) => page.mouse.click(5, 5);

test('the panel, its dot and the bands make way for what the page asks, and come back', async ({
  page,
  injected,
  consoleErrors,
}) => {
  await openChart(page);
  await expectChartState(page, 'ready');
  const panel = panelOf(page);
  const dot = page.getByRole('button', { name: /^Open Plimsoll/ });

  const questions: Record<string, readonly Part[]> = {
    'an order confirmation under the panel': [{ role: 'dialog', isModal: true, css: OVER_PANEL }],
    'a dialog under the middle of the panel': [{ role: 'dialog', css: OVER_PANEL }],
    'an alert under the panel': [{ role: 'alertdialog', css: OVER_PANEL }],
    'a dimmed page with a box that names no role': [
      { css: 'inset:0;background:#000000a0' },
      { css: 'left:400px;top:200px;width:300px;height:200px' },
    ],
  };
  for (const [name, parts] of Object.entries(questions)) {
    await test.step(`${name} hides the panel until it is answered`, async () => {
      await open(page, parts);
      await expect(panel).toBeHidden();
      await close(page);
      await expect(panel).toBeVisible();
    });
  }

  await test.step('the dot makes way too', async () => {
    await panel.getByRole('button', { name: 'Fold to the card' }).click();
    await panel.getByRole('button', { name: 'Fold to the strip' }).click();
    await panel.getByRole('button', { name: 'Shrink to a dot' }).click();
    await expect(dot).toBeVisible();
    await open(page, [{ css: 'inset:0;background:#000000a0' }]);
    await expect(dot).toBeHidden();
    await close(page);
    await expect(dot).toBeVisible();
    await dot.click();
    await expect(panel).toBeVisible();
  });

  await test.step('a native modal dialog stands above the panel and the bands', async () => {
    await page.evaluate((css) => {
      const dialog = document.createElement('dialog');
      dialog.style.cssText = `position:fixed;inset:auto;margin:0;${css}`;
      dialog.textContent = 'Confirm order';
      document.body.append(dialog);
      dialog.showModal();
    }, OVER_PANEL);
    const topmost = await page.evaluate(
      () => document.elementFromPoint(innerWidth - 140, innerHeight - 150)?.localName,
    );
    expect(topmost).toBe('dialog');
    await expect(panel).toBeHidden();
    await page.evaluate(() => document.querySelector('dialog')!.close());
    await expect(panel).toBeVisible();
  });

  await test.step('menus, tooltips and a small dialog that touches it change nothing', async () => {
    await panel.evaluate((element) => {
      const seen = { hidden: 0 };
      Object.assign(window, { seen });
      new MutationObserver(() => {
        if (getComputedStyle(element).visibility === 'hidden') seen.hidden += 1;
      }).observe(element, { attributes: true });
    });
    await open(page, [
      { role: 'menu', css: OVER_PANEL },
      { role: 'tooltip', css: OVER_PANEL },
      { role: 'dialog', css: 'right:200px;bottom:300px;width:100px;height:60px' },
    ]);
    // A key looks at once and three times more; so does the clock once.
    await page.keyboard.press('Shift');
    await injected.seconds(6);
    await close(page);
    expect(await page.evaluate(() => (window as unknown as { seen: { hidden: number } }).seen.hidden)).toBe(
      0,
    );
  });
  expect(consoleErrors).toEqual([]);
});
