import type { Page } from '@playwright/test';

import { panelOf } from '../support/panel.ts';
import { frames } from './chart.ts';
import { expect, PAGES, test } from './fixtures.ts';
import { buildReport } from '../support/sample-report.ts';

/** A position of the user's own came near its liquidation. */
const OWN = {
  id: 'BTCUSDT:own:mine:5',
  rule: 'own-liquidation',
  at: Date.now() - 120_000,
  price: 90_123,
  code: 'own-liquidation',
  figures: {},
  isOwn: true,
} as const;

const REPORT = 'report:BTCUSDT';

const NAME = 'A warning about something of your own: open the side panel';

/** What its words begin with, and what stands in the panel whether or not there is one. */
const OWN_WORDS = ['A position of yours', 'see side panel', 'Its figures', 'Hide for 1 h', 'A warning about'];
const OTHER_WORDS = { open: 'On the chart', card: 'Estimate: a daily close' } as const;

/** A page that looks for what it can: words in closed roots, letters by its fonts, the edges of what a click hits. */
async function spy(page: Page, form: keyof typeof OTHER_WORDS): Promise<object> {
  const found = await page.evaluate(
    (words) =>
      words.map((word) => {
        getSelection()?.removeAllRanges();
        return (window as unknown as { find: (text: string) => boolean }).find(word);
      }),
    [...OWN_WORDS, OTHER_WORDS[form]],
  );
  const edges = await page.evaluate(() => {
    const host = document.querySelector('[data-plimsoll=panel]');
    const hits = [];
    for (let y = 0; y < innerHeight; y += 2)
      for (let x = 0; x < innerWidth; x += 40)
        if (document.elementFromPoint(x, y) === host) hits.push(`${x} ${y}`);
    return [hits.length, hits[0], hits.at(-1)];
  });
  const text = await page.evaluate(() => document.documentElement.innerText.includes('liquidation'));
  return { found, edges, text };
}

for (const form of ['open', 'card'] as const)
  test.describe(`the ${form} panel`, () => {
    test.use({
      place: { right: 120, top: 120, cardRight: 120, cardTop: 120, width: 320, height: 480, form },
    });

    test('paints a warning about an own position, of which the page learns nothing', async ({
      page,
      injected,
    }) => {
      const fonts: string[] = [];
      await page.route('**/letters/*', async (route) => {
        fonts.push(route.request().url());
        await route.abort();
      });
      await page.goto(PAGES.binance());
      await expect(panelOf(page)).toBeVisible();
      await expect(panelOf(page)).toContainText('90,9');
      await page.evaluate(() => {
        const names = ['system-ui', 'sans-serif', '-apple-system', 'Segoe UI', 'Roboto'];
        const faces = names.map(
          (name, index) =>
            `@font-face { font-family: '${name}'; src: url('/letters/${index}'); unicode-range: U+20-7E; }`,
        );
        const style = document.createElement('style');
        style.textContent = `${faces.join('')} .spied { font-family: Roboto }`;
        document.head.append(style);
        document.body.append(
          Object.assign(document.createElement('p'), { className: 'spied', textContent: 'a' }),
        );
      });
      await frames(page, 10);
      const before = await spy(page, form);
      const seen = fonts.length;

      const at = Date.now();
      await injected.call('store', {
        [REPORT]: buildReport({ at, warnings: [{ ...OWN, at: at - 120_000 }] }),
      });
      await expect(panelOf(page).getByRole('img', { name: NAME })).toBeVisible();
      await frames(page, 10);

      expect(await spy(page, form)).toEqual(before);
      expect(seen).toBeGreaterThan(0);
      expect(fonts.length).toBe(seen);
      expect(before).toMatchObject({ found: [false, false, false, false, false, true] });
      const { nodes } = await injected.devtools.send('Accessibility.getFullAXTree');
      const names = nodes.map(({ name }) => String(name?.value ?? ''));
      expect(names).toContain(NAME);
      expect(names.filter((name) => /near its liquidation|90,123/.test(name))).toEqual([]);
    });
  });

test.describe('of two presses that are seen', () => {
  test.use({ place: { right: 120, top: 120, width: 320, height: 480, form: 'open' } });

  test('the first asks and the second takes it from the page, and from no other', async ({
    page,
    injected,
  }) => {
    await page.goto(PAGES.binance());
    await expect(panelOf(page)).toBeVisible();
    await injected.call('store', { [REPORT]: buildReport({ at: Date.now(), warnings: [OWN] }) });
    const warning = panelOf(page).getByRole('article', { name: NAME });
    await expect(warning).toBeVisible();
    await frames(page, 60);

    await warning.getByRole('button', { name: 'Hide for 1 h' }).click();
    await warning.getByRole('button', { name: 'Yes' }).click();

    await expect(warning).toHaveCount(0);
    expect(await injected.evaluate('injected.dismissed')).toEqual([]);
  });
});
