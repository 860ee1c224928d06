import type { Page } from '@playwright/test';

import { panelOf } from '../support/panel.ts';
import { frames } from './chart.ts';
import { CLUSTERS, expect, PAGES, test } from './fixtures.ts';

const HOUR_MS = 3_600_000;

/** One of the market, whose words are in the page. */
const WARNING = {
  id: 'BTCUSDT:burst:long:5',
  rule: 'burst',
  at: Date.now(),
  price: 90_000,
  code: 'burst.long',
  figures: { usd: 4e7, multiple: 3, price: 90_000 },
};

test.use({
  place: { right: 120, top: 120, width: 320, height: 480, form: 'open' },
  told: { clusters: CLUSTERS, warnings: [WARNING] },
});

/** Longer than the browser needs to see what covers an element, and than it must have been seen. */
const SETTLED_FRAMES = 36;

const buttonOf = (page: Page, name: string) => panelOf(page).getByRole('button', { name, exact: true });
const questionOf = (page: Page) => panelOf(page).getByText('Snooze for 1 h?');

/** Opens a page with the warning in its panel; where the middle of the button stands that snoozes it. */
async function openWarned(page: Page): Promise<Point> {
  await page.goto(PAGES.binance());
  await expect(buttonOf(page, 'Snooze 1 h')).toBeVisible();
  await frames(page, SETTLED_FRAMES);
  return middleOf(page);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

async function middleOf(page: Page): Promise<Point> {
  const { x, y, width, height } = (await buttonOf(page, 'Snooze 1 h').boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

test('presses in quick succession at one place ask and answer nothing; two of an honest page snooze the warning', async ({
  page,
  injected,
}) => {
  const { x, y } = await openWarned(page);

  for (let press = 0; press < 6; press += 1) await page.mouse.click(x, y);
  await frames(page, SETTLED_FRAMES);
  await expect(questionOf(page)).toBeVisible();
  expect(await injected.evaluate('injected.dismissed')).toEqual([]);
  await buttonOf(page, 'No').click();
  await expect(questionOf(page)).toHaveCount(0);
  await frames(page, SETTLED_FRAMES);

  await page.mouse.click(x, y);
  await expect(questionOf(page)).toBeVisible();
  expect(await injected.evaluate('injected.dismissed')).toEqual([]);
  await buttonOf(page, 'Yes').click();

  await expect(panelOf(page).getByRole('article')).toHaveCount(0);
  expect(await injected.evaluate('injected.dismissed')).toEqual([[WARNING.id, HOUR_MS]]);
  await expect(panelOf(page)).not.toContainText('This press was not counted');
});

test('a transparent layer over the whole page takes no button but those that lower a warning', async ({
  page,
}) => {
  const { x, y } = await openWarned(page);
  await page.evaluate(() => {
    const layer = document.createElement('div');
    layer.style.cssText = 'position: fixed; inset: 16px; z-index: 9999; pointer-events: none';
    document.body.append(layer);
  });
  await frames(page, SETTLED_FRAMES);

  await page.mouse.click(x, y);
  await expect(panelOf(page)).toContainText('This press was not counted');
  await buttonOf(page, 'Heat map').click();

  await expect(buttonOf(page, 'Heat map')).toHaveAttribute('aria-pressed', 'true');
  await expect(panelOf(page)).not.toContainText('This press was not counted');
});

interface Deed {
  readonly name: string;
  /** Runs in the page, with `x` and `y` of the button; what it returns undoes it. */
  readonly does: string;
  /** Where the user presses, if not where the button stands then: on the page, whose own frames tell it nothing. */
  readonly at?: Point;
  /** The button has come there with the press. */
  readonly isMoved?: boolean;
}

/** A sheet of the page's own for its root element. */
const root = (name: string, rule: string): Deed => ({
  name,
  does: `const sheet = new CSSStyleSheet();
    sheet.replaceSync(\`html { ${rule} }\`);
    document.adoptedStyleSheets = [sheet];
    return () => { document.adoptedStyleSheets = []; };`,
});

const cover = (style: string): string => `const cover = document.createElement('div');
  cover.popover = 'manual';
  cover.style.cssText = 'inset: 0; width: 100vw; height: 100vh; border: 0; background: white; ${style}';
  document.body.append(cover);
  cover.showPopover();
  const undo = () => cover.remove();`;

const AWAY = { x: 700, y: 16 };

const DEEDS: readonly Deed[] = [
  root(
    'stretches it over the page and fades it',
    'transform: scale(4); transform-origin: ${x}px ${y}px; opacity: 0.01',
  ),
  root('stretches it alone', 'transform: scale(1.5); transform-origin: ${x}px ${y}px'),
  root('enlarges the whole page by three', 'zoom: 3; position: fixed; left: -700px; top: -100px'),
  root('fades the page, itself in another layer', 'opacity: 0.01'),
  root('takes all contrast from it', 'filter: contrast(0)'),
  root('clips all but the button', 'clip-path: circle(24px at ${x}px ${y}px)'),
  root('masks it', 'mask-image: linear-gradient(transparent, transparent)'),
  root('moves it', 'transform: translate(-40px, 30px)'),
  { name: 'covers it with what no click hits', does: `${cover('pointer-events: none')} return undo;` },
  {
    name: 'covers it until the press begins',
    does: `${cover('pointer-events: none')}
      addEventListener('pointerdown', undo, { capture: true, once: true });
      return undo;`,
  },
  {
    name: 'takes its element into a faded one, as often as it goes back',
    does: `const host = document.querySelector('[data-plimsoll=panel]');
      const other = document.createElement('div');
      other.style.cssText = 'position: fixed; top: 0; z-index: 999; opacity: 0.01';
      document.body.append(other);
      const take = () => other.append(host);
      take();
      const observer = new MutationObserver(take);
      observer.observe(document.documentElement, { childList: true });
      return () => { observer.disconnect(); document.documentElement.append(host); };`,
  },
  {
    name: 'moves it under the pointer as a press begins',
    does: `const move = () => {
        document.documentElement.style.transform = \`translate(\${700 - x}px, \${16 - y}px)\`;
      };
      addEventListener('pointerdown', move, { capture: true, once: true });
      return () => {
        removeEventListener('pointerdown', move, { capture: true });
        document.documentElement.style.transform = '';
      };`,
    at: AWAY,
    isMoved: true,
  },
  {
    name: 'moves it under the pointer as that comes to rest',
    does: `const move = () => {
        document.documentElement.style.transform = \`translate(\${700 - x}px, \${16 - y}px)\`;
      };
      addEventListener('pointermove', move, { capture: true, once: true });
      return () => {
        removeEventListener('pointermove', move, { capture: true });
        document.documentElement.style.transform = '';
      };`,
    at: AWAY,
    isMoved: true,
  },
  {
    name: 'presses it by a script',
    does: `const host = document.querySelector('[data-plimsoll=panel]');
      host.click();
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
        for (const target of [host, document.elementFromPoint(x, y)])
          target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, clientX: x, clientY: y, detail: 1 }));
      return () => {};`,
    at: AWAY,
  },
];

test('whatever a page does to the panel, its user’s press snoozes nothing, and counts once the page is as it was', async ({
  page,
  injected,
}) => {
  test.slow();
  const place = await openWarned(page);
  for (const { name, does, at, isMoved } of DEEDS)
    await test.step(`the page ${name}`, async () => {
      await page.evaluate(`window.undo = (({ x, y }) => { ${does} })(${JSON.stringify(place)})`);
      await frames(page, SETTLED_FRAMES);

      const { x, y } = at ?? (await middleOf(page));
      await page.mouse.move(x - 1, y);
      await page.mouse.click(x, y);
      await frames(page, 5);
      await expect(questionOf(page)).toHaveCount(0);
      if (isMoved === true) expect(await middleOf(page)).toEqual({ x, y });

      // The same press counts once the page is as it was.
      await page.evaluate('window.undo()');
      await frames(page, SETTLED_FRAMES);
      const now = await middleOf(page);
      expect(now).toEqual(place);
      await page.mouse.click(now.x, now.y);
      await expect(questionOf(page)).toBeVisible();
      await buttonOf(page, 'No').click();
      await expect(questionOf(page)).toHaveCount(0);
      expect(await injected.evaluate('injected.dismissed')).toEqual([]);
    });
});

test('a page that covers the question has it not answered', async ({ page, injected }) => {
  const { x, y } = await openWarned(page);
  await page.mouse.click(x, y);
  await expect(buttonOf(page, 'Yes')).toBeEnabled();
  const yes = (await buttonOf(page, 'Yes').boundingBox())!;

  await page.evaluate(`(() => { ${cover('pointer-events: none')} })()`);
  await frames(page, SETTLED_FRAMES);
  await page.mouse.click(yes.x + 4, yes.y + 4);
  await frames(page, 5);

  expect(await injected.evaluate('injected.dismissed')).toEqual([]);
  await expect(questionOf(page)).toBeVisible();
});
