import { openToPage, PANEL_HOST } from '../support/closed-roots.ts';
import { clustersOf, panelOf } from '../support/panel.ts';
import { expect, mappedReport, PAGES, storedItems, test } from './fixtures.ts';
import { COLOR_RULES, violationsOf } from './violations.ts';

test.use({ profile: 'loaded' });

test('panel and card have no accessibility violation on a dark and on a light page', async ({
  page,
  context,
}) => {
  const sentence = panelOf(page).locator('.card-sentence');
  await page.goto(`${PAGES.binance()}?theme=dark`);
  await mappedReport(context);
  await expect(clustersOf(page)).toBeVisible();
  await openToPage(page);
  const found = await violationsOf(page, { part: PANEL_HOST });
  await panelOf(page).getByRole('button', { name: 'Fold to the card' }).click();
  await expect(sentence).toBeVisible();
  found.push(...(await violationsOf(page, { part: PANEL_HOST })));

  await page.goto(`${PAGES.binance()}?theme=light`);
  await expect(sentence).toBeVisible();
  await openToPage(page);
  found.push(...(await violationsOf(page, { part: PANEL_HOST, rules: COLOR_RULES })));
  await panelOf(page).locator('.card-body').click();
  await expect(clustersOf(page)).toBeVisible();
  found.push(...(await violationsOf(page, { part: PANEL_HOST, rules: COLOR_RULES })));

  expect(found).toEqual([]);
});

test('typing in the panel fires none of the page’s hot keys; the panel stays where the user put it, and as small as they made it', async ({
  page,
  context,
}) => {
  await page.goto(PAGES.binance());
  await mappedReport(context);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of ['keydown', 'keyup', 'keypress'])
      document.addEventListener(type, (event) => heard.push((event as KeyboardEvent).key));
  });
  await panelOf(page).getByRole('button', { name: 'Fold to the card' }).focus();
  await page.keyboard.press('b');
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);

  await panelOf(page).getByRole('button', { name: 'Fold to the card' }).click();
  await panelOf(page).getByRole('button', { name: 'Fold to the strip' }).click();
  await expect(clustersOf(page)).toHaveCount(0);
  await expect
    .poll(async () => (await storedItems(context))['place:binance'])
    .toMatchObject({ form: 'strip' });

  await page.reload();

  await expect(panelOf(page).getByRole('button', { name: 'Open the panel' })).toBeVisible();
  await panelOf(page).getByRole('button', { name: 'Open the panel' }).click();
  await expect(clustersOf(page)).toBeVisible();
});
