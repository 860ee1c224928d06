import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'puppeteer-core';

import { WORDS } from '../../core/i18n/words.en.ts';
import {
  browserWindow,
  FIREFOX_EXTENSION_DIR,
  FIREFOX_EXTENSION_URL,
  startFirefox,
} from '../support/firefox.ts';
import { PAGES } from '../support/pages.ts';
import { decodePng, type Picture } from '../support/png.ts';
import { frames } from './chart.ts';
import type { DrivenPage } from './driven-page.ts';
import type { Film } from './motion.ts';
import { stubExtension } from './stub-extension.ts';

/** A page of Firefox that has the built probe and overlay in it, each in the world that the browser gives it. */
export interface InjectedFirefox {
  readonly page: DrivenPage;
  /** Opens Binance with its chart held as `variant` says, at so many device pixels for one of the page's. */
  readonly open: (variant: string, ratio: number) => Promise<void>;
  readonly resize: (width: number, height: number) => Promise<void>;
  /** Has the page's chart show bars of so long, such as `15m`. */
  readonly choose: (interval: string) => Promise<void>;
  readonly film: Film;
  readonly close: () => Promise<void>;
}

/** Room for a page of {@link VIEWPORT} at 1.25 device pixels for one of its own, and for what the browser has above it. */
const WINDOW = { width: 1400, height: 960 };
export const VIEWPORT = { width: 1100, height: 640 };

/** @param items what is in the extension's storage */
export async function injectFirefox(
  executablePath: string,
  exchangePort: number,
  items: Readonly<Record<string, unknown>>,
): Promise<InjectedFirefox> {
  const extensionDir = extensionWithout(items);
  const { browser, close } = await startFirefox(executablePath, exchangePort, {
    viewport: VIEWPORT,
    window: WINDOW,
    // A recorded frame is whole and the same on every machine.
    prefs: { 'gfx.webrender.software': true, 'gfx.webrender.max-partial-present-rects': 0 },
  });
  await browser.installExtension(extensionDir);
  const evaluate = await browserWindow(browser);
  const page = await browser.newPage();
  const hand = drivenBy(page);
  return {
    page: hand,
    open: async (variant, ratio) => {
      await evaluate(`Services.prefs.setStringPref('layout.css.devPixelsPerPx', '${ratio}')`);
      await page.goto(`${PAGES.binance()}?chart=${variant}`);
      await page.evaluate(chartShows, '1h');
    },
    resize: (width, height) => page.setViewport({ width, height }),
    choose: async (interval) => {
      await page.evaluate((wanted) => {
        const buttons = [...document.querySelectorAll<HTMLElement>('#intervals button')];
        buttons.find(({ textContent }) => textContent === wanted)?.click();
      }, interval);
      await page.evaluate(chartShows, interval);
    },
    film: async (move) => {
      await evaluate('windowUtils.startCompositionRecording()');
      await move();
      await frames(hand, 15);
      const told = await evaluate(
        'windowUtils.stopCompositionRecording(false).then(({ frames }) => JSON.stringify(frames))',
      );
      const [left = 0, top = 0] = await page.evaluate(placeInWindow);
      return (JSON.parse(told) as readonly { readonly dataUri: string }[]).map(({ dataUri }) => {
        const file = Buffer.from(dataUri.slice(dataUri.indexOf(',') + 1), 'base64');
        return upright(decodePng(file), left, top);
      });
    },
    close: async () => {
      await close();
      rmSync(extensionDir, { recursive: true, force: true });
    },
  };
}

/** A copy of the built extension without its worker, whose storage holds `items`. */
function extensionWithout(items: Readonly<Record<string, unknown>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'plimsoll-'));
  cpSync(FIREFOX_EXTENSION_DIR, dir, { recursive: true });
  const file = join(dir, 'manifest.json');
  interface Script {
    readonly world?: string;
    readonly js: readonly string[];
  }
  const { background: _, ...manifest } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly background: unknown;
    readonly content_scripts: readonly Script[];
    readonly web_accessible_resources: readonly object[];
  };
  const withStub = {
    ...manifest,
    content_scripts: manifest.content_scripts.map((script) =>
      script.world === 'MAIN' ? script : { ...script, js: ['stub.js', ...script.js] },
    ),
    web_accessible_resources: [
      ...manifest.web_accessible_resources,
      { resources: ['storage', 'content-scripts/overlay.css'], matches: ['<all_urls>'] },
    ],
  };
  writeFileSync(file, JSON.stringify(withStub));
  writeFileSync(join(dir, 'storage'), JSON.stringify({ words: WORDS, ...items }));
  writeFileSync(join(dir, 'stub.js'), `(${stubExtension.toString()})('${FIREFOX_EXTENSION_URL}');`);
  return dir;
}

function drivenBy(page: Page): DrivenPage {
  const { keyboard, mouse } = page;
  let [atX, atY] = [0, 0];
  const hand: DrivenPage = {
    evaluate: page.evaluate.bind(page) as DrivenPage['evaluate'],
    screenshot: async ({ clip } = {}) => Buffer.from(await page.screenshot(clip && { clip })),
    keyboard: { press: (key) => keyboard.press(key as 'Shift') },
    mouse: {
      // Firefox is given all steps at once, and shows as many of them as it comes to: here each has a frame of its own.
      move: async (x, y, { steps = 1 } = {}) => {
        for (let step = 1; step <= steps; step += 1) {
          const done = step / steps;
          await mouse.move(atX + done * (x - atX), atY + done * (y - atY));
          if (steps > 1) await frames(hand, 1);
        }
        [atX, atY] = [x, y];
      },
      down: () => mouse.down(),
      up: () => mouse.up(),
      wheel: (deltaX, deltaY) => mouse.wheel({ deltaX, deltaY }),
    },
  };
  return hand;
}

/** Waits until the chart has candles of so long. Runs in the page. */
async function chartShows(interval: string): Promise<void> {
  interface Published {
    readonly tradingViewApi?: {
      readonly activeChart: () => { readonly dataReady: () => boolean; readonly resolution: () => string };
    };
  }
  const isShown = () => {
    const chart = (window.frames[0] as Published | undefined)?.tradingViewApi?.activeChart();
    return chart?.dataReady() === true && chart.resolution() === interval;
  };
  while (!isShown()) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Device px that the browser's window has left of the page and above it. Runs in the page. */
function placeInWindow(): readonly number[] {
  const { mozInnerScreenX, mozInnerScreenY } = window as unknown as Record<string, number>;
  return [mozInnerScreenX! - screenX, mozInnerScreenY! - screenY].map((edge) =>
    Math.round(edge * devicePixelRatio),
  );
}

/** The page alone of a picture of the window, which the recorder gives upside down. */
function upright({ width, height, pixels }: Picture, left: number, top: number): Picture {
  const page = {
    width: width - left,
    height: height - top,
    pixels: new Uint8Array(4 * (width - left) * (height - top)),
  };
  for (let row = 0; row < page.height; row += 1) {
    const from = 4 * ((height - 1 - top - row) * width + left);
    page.pixels.set(pixels.subarray(from, from + 4 * page.width), 4 * row * page.width);
  }
  return page;
}
