import { AxeBuilder } from '@axe-core/playwright';
import { expect, type BrowserContext, type Page } from '@playwright/test';

import { backgroundWorker } from '../support/launch.ts';

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

/**
 * What is hard to read or to reach in a page, or in a part of it. Asked in one go: where no frame is of another origin nothing
 * more is found by way of the tab that would be opened otherwise, and would come to the front.
 */
export async function violationsOf(
  page: Page,
  { part, rules }: { readonly part?: string; readonly rules?: string[] } = {},
): Promise<Violations> {
  const checker = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  if (part !== undefined) checker.include(part);
  if (rules !== undefined) checker.withRules(rules);
  // What fades for a moment as its figure changes is pale for that moment.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const { violations } = await checker.analyze();
  await page.emulateMedia({ reducedMotion: null });
  return violations;
}

/** Rules that look at colours, which are all that a theme changes. */
export const COLOR_RULES = ['color-contrast', 'link-in-text-block'];

/** As {@link violationsOf} in a view of the extension's own as it stands, in the colours of both themes. */
export async function violationsInBothThemes(context: BrowserContext, view: Page): Promise<Violations> {
  const found: Violations = [];
  for (const theme of ['dark', 'light'] as const) {
    await chooseTheme(context, theme);
    await expect(view.locator('[data-theme]').first()).toHaveAttribute('data-theme', theme);
    found.push(...(await violationsOf(view, theme === 'dark' ? {} : { rules: COLOR_RULES })));
  }
  return found;
}

/** As the options page would store it: a view that is open takes the colours on and stays as it is. */
async function chooseTheme(context: BrowserContext, theme: 'dark' | 'light' | 'page'): Promise<void> {
  const worker = await backgroundWorker(context);
  await worker.evaluate(
    `chrome.storage.local.get('settings').then(({ settings }) => chrome.storage.local.set({ settings: { ...settings, theme: '${theme}' } }))`,
  );
}
