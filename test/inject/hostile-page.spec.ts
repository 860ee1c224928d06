import { PANEL_HOST } from '../support/closed-roots.ts';
import { layerCount, panelOf } from '../support/panel.ts';
import { expectChartState, openChart } from './chart.ts';
import { expect, PAGES, test } from './fixtures.ts';

test.use({ pace: 8 });

test('a page that changes what elements are gets none of our roots', async ({ page, consoleErrors }) => {
  await page.addInitScript(() => {
    const caught: unknown[] = [];
    Object.assign(window, { caught });
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function attach(init) {
      const root = attachShadow.call(this, { ...init, mode: 'open' });
      caught.push(root);
      return root;
    };
    // A defined element is given its closed root, whoever has attached it.
    const names = ['plimsoll-panel', 'plimsoll-layer', 'plimsoll-host'];
    for (const name of names)
      customElements.define(
        name,
        class extends HTMLElement {
          readonly #internals = this.attachInternals();
          connectedCallback() {
            if (this.#internals.shadowRoot !== null) caught.push(this.#internals.shadowRoot);
          }
        },
      );
  });
  await openChart(page);
  await expectChartState(page, 'ready');

  const hosts = await page.evaluate(() =>
    [...document.querySelectorAll('[data-plimsoll]')].map(({ localName }) => localName),
  );
  expect(new Set(hosts)).toEqual(new Set(['div']));
  expect(await page.evaluate(() => (window as unknown as { caught: unknown[] }).caught.length)).toBe(0);
  expect(consoleErrors).toEqual([]);
});

test('a panel that the page removes, moves or hides is back within a second', async ({ page, injected }) => {
  await page.goto(PAGES.binance());
  await expect(panelOf(page)).toBeVisible();
  await expect.poll(() => layerCount(page)).toBeGreaterThan(0);
  const layers = await layerCount(page);

  for (const deed of [
    `document.querySelectorAll('[data-plimsoll]').forEach((host) => host.remove())`,
    `document.querySelectorAll('[data-plimsoll]').forEach((host) => Object.assign(document.body.appendChild(document.createElement('div')), { hidden: true }).append(host))`,
    `document.head.append(Object.assign(document.createElement('style'), { textContent: '[data-plimsoll] { display: none !important; opacity: 0 !important; transform: scale(0) !important; }' }))`,
    `document.querySelector('[data-plimsoll=panel]').animate({ opacity: [0, 0] }, { duration: 1e9, fill: 'both' })`,
  ]) {
    await page.evaluate(deed);
    await injected.seconds(2);
    await expect(panelOf(page), deed).toBeVisible();
    expect(await panelOf(page).evaluate((panel) => panel.checkVisibility({ opacityProperty: true }))).toBe(
      true,
    );
    expect(await page.locator(`html > ${PANEL_HOST}`).count()).toBe(1);
    expect(await layerCount(page)).toBe(layers);
  }
});

test('the page cannot end our script in the name of a newer one', async ({
  page,
  injected,
  consoleErrors,
}) => {
  await page.goto(PAGES.binance());
  await expect(panelOf(page)).toBeVisible();

  await page.evaluate(() => {
    for (const script of ['overlay', 'chart-probe'])
      document.dispatchEvent(
        new CustomEvent(`plimsoll:${script}:wxt:content-script-started`, {
          detail: { contentScriptName: script, messageId: 'newer' },
        }),
      );
    window.dispatchEvent(new Event('plimsoll:overlay:wxt:locationchange'));
  });
  await injected.seconds(2);

  await expect(panelOf(page)).toBeVisible();
  expect(consoleErrors).toEqual([]);
});
