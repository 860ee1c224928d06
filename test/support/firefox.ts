import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import {
  launch,
  TargetType,
  TimeoutError,
  type Browser,
  type ElementHandle,
  type Page,
} from 'puppeteer-core';

import { PANEL_HOST } from './closed-roots.ts';
import { startTunnelProxy } from './tunnel-proxy.ts';

/** The production build of the extension for Firefox. */
export const FIREFOX_EXTENSION_DIR = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));

/** Of the manifest. */
const EXTENSION_ID = 'plimsoll@plimsoll.invalid';

/** Where the extension's files are. Firefox draws the host by lot, unless a profile already has one. */
export const FIREFOX_EXTENSION_URL = 'moz-extension://6f1d6c1e-2f3b-4d5a-9c7e-0a1b2c3d4e5f';

const USUAL_PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: [join(process.env['PROGRAMFILES'] ?? '', 'Mozilla Firefox', 'firefox.exe')],
};

/** Path of the Firefox named by `PLIMSOLL_FIREFOX`, or of one in the usual places; null where there is none. */
export function findFirefox(): string | null {
  const places = [process.env['PLIMSOLL_FIREFOX'] ?? '', ...(USUAL_PLACES[process.platform] ?? [])];
  return places.find((place) => place !== '' && existsSync(place)) ?? null;
}

/** So long a new tab may go from document to document, and so often another one is tried: some stay in between for good. */
const OPENING_MS = 20_000;
const TABS = 3;
/** From one question to a tab in between to the next. */
const ASK_AGAIN_MS = 100;

export interface RunningFirefox {
  readonly browser: Browser;
  /** The page that opens after an install, in front of the others. */
  readonly welcome: Page;
  /** Opens a page of the extension, e.g. `popup.html`, and waits for `selector`. */
  readonly openOwnPage: (path: string, selector: string) => Promise<Page>;
  /** Puts the extension in the place of itself, as an update does. */
  readonly updateExtension: () => Promise<unknown>;
  readonly close: () => Promise<void>;
}

interface FirefoxOptions {
  /** CSS px of a page. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Device px of the browser's window, which may be smaller than a page. */
  readonly window?: { readonly width: number; readonly height: number };
  readonly prefs?: Readonly<Record<string, string | number | boolean>>;
}

/**
 * Firefox with a fresh profile and every host tunnelled to the simulated exchange. Permissions that a click asks for are
 * granted without the browser's question, which no script can answer.
 *
 * @param executablePath of {@link findFirefox}
 */
export async function startFirefox(
  executablePath: string,
  exchangePort: number,
  { viewport = { width: 1440, height: 900 }, window, prefs = {} }: FirefoxOptions = {},
): Promise<Pick<RunningFirefox, 'browser' | 'close'>> {
  const proxy = await startTunnelProxy(exchangePort);
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    acceptInsecureCerts: true,
    defaultViewport: viewport,
    // Opens the extension's own pages to the test.
    args: ['-remote-allow-system-access'],
    env: {
      ...process.env,
      ...(window && { MOZ_HEADLESS_WIDTH: `${window.width}`, MOZ_HEADLESS_HEIGHT: `${window.height}` }),
    },
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxy.port,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxy.port,
      'extensions.webextensions.uuids': JSON.stringify({
        [EXTENSION_ID]: new URL(FIREFOX_EXTENSION_URL).host,
      }),
      'extensions.webextOptionalPermissionPrompts': false,
      ...prefs,
    },
  });
  return {
    browser,
    close: async () => {
      await browser.close();
      await proxy.close();
    },
  };
}

/** As {@link startFirefox}, with the extension installed and a newcomer welcomed. */
export async function launchFirefox(executablePath: string, exchangePort: number): Promise<RunningFirefox> {
  const { browser, close } = await startFirefox(executablePath, exchangePort);
  const before = new Set(browser.targets());
  const [opened] = await Promise.all([
    browser.waitForTarget((target) => target.type() === TargetType.PAGE && !before.has(target)),
    browser.installExtension(FIREFOX_EXTENSION_DIR),
  ]);
  const welcome = await opened.page();
  if (welcome === null) throw new Error('Nobody was welcomed.');
  await shown(welcome, 'h1');
  return {
    browser,
    welcome,
    openOwnPage: async (path, selector) => {
      for (let tab = 1; ; tab += 1) {
        const page = await browser.newPage();
        // The end of this navigation is never reported.
        void page.goto(`${FIREFOX_EXTENSION_URL}/${path}`).catch(() => {});
        try {
          await shown(page, selector);
          return page;
        } catch (error) {
          if (tab === TABS) throw error;
          await page.close();
        }
      }
    },
    updateExtension: () => browser.installExtension(FIREFOX_EXTENSION_DIR),
    close,
  };
}

/** What Puppeteer has of WebDriver's protocol and does not show. */
interface Protocol {
  readonly send: (method: string, parameters: object) => Promise<{ readonly result: unknown }>;
}

/** Evaluates expressions in the browser's own window, where Firefox can be asked what no page may. */
export async function browserWindow(browser: Browser): Promise<(expression: string) => Promise<string>> {
  const { connection } = browser as unknown as { readonly connection: Protocol };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
  const [own] = (tree.result as { readonly contexts: readonly { readonly context: string }[] }).contexts;
  return async (expression) => {
    const { result } = await connection.send('script.evaluate', {
      expression,
      target: { context: own?.context },
      awaitPromise: true,
    });
    const {
      type,
      result: given,
      exceptionDetails,
    } = result as {
      readonly type: string;
      readonly result: { readonly value: string };
      readonly exceptionDetails?: { readonly text: string };
    };
    if (type !== 'success') throw new Error(exceptionDetails?.text);
    return given.value;
  };
}

/** A document that goes away while it is asked is an error to Firefox; the next one is asked then. */
async function shown(page: Page, selector: string): Promise<void> {
  for (const startedAt = Date.now(); ;)
    try {
      await page.waitForSelector(selector, { timeout: OPENING_MS });
      return;
    } catch (error) {
      if (error instanceof TimeoutError || Date.now() - startedAt > OPENING_MS) throw error;
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    }
}

/** A world of a page, as puppeteer keeps it inside. */
interface InnerRealm {
  readonly realm: {
    readonly callFunction: (text: string, isAsync: boolean, options: object) => Promise<InnerResult>;
  };
  readonly createHandle: (value: object) => ElementHandle;
}

interface InnerResult {
  readonly result?: { readonly value?: { readonly shadowRoot?: object } };
}

/** What stands in the panel's closed shadow root, which the browser's protocol shows and no script of the page; null where there is no panel. */
export async function panelIn(page: Page): Promise<ElementHandle | null> {
  const { mainRealm } = page.mainFrame() as unknown as { readonly mainRealm: () => InnerRealm };
  const realm = mainRealm.call(page.mainFrame());
  const { result } = await realm.realm.callFunction(`() => document.querySelector('${PANEL_HOST}')`, false, {
    serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
  });
  const root = result?.value?.shadowRoot;
  return root === undefined ? null : realm.createHandle(root).$('.panel');
}
