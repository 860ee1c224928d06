import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { CDPSession, Page } from '@playwright/test';

import { WORDS } from '../../core/i18n/words.en.ts';
import { EXTENSION_DIR } from '../support/launch.ts';
import { type Injected, stubExtension } from './stub-extension.ts';

/** The overlay's world beside the page's own: it shares the document and nothing else. */
const WORLD = 'plimsoll';

/** Where the extension's files are, on every host, and its storage is read and written. */
const FILES = '/plimsoll';

/** Names that scripts are known by in traces and profiles, as they are where an extension brings them. */
const SOURCE = 'chrome-extension://plimsoll/';

const built = (name: string): string => readFileSync(join(EXTENSION_DIR, 'content-scripts', name), 'utf8');

/** A page that has the built probe and overlay in it, with storage of its own that a test fills. */
export interface InjectedPage {
  /** Protocol session that keeps the scripts in the page. */
  readonly devtools: CDPSession;
  /** What is in storage, over all pages. */
  readonly items: Readonly<Record<string, unknown>>;
  /** Waits for so many beats of a timer in the overlay's world: what the overlay does each second, it has done since. */
  readonly seconds: (count: number) => Promise<void>;
  /** Evaluates an expression in the overlay's world. */
  readonly evaluate: <T>(expression: string) => Promise<T>;
  /** Calls what a test reaches in that world. */
  readonly call: <Name extends 'store' | 'send'>(
    name: Name,
    ...values: Parameters<Injected[Name]>
  ) => Promise<void>;
}

/** Brings both scripts into every later document of the page, at the times when the browser would. */
export async function inject(page: Page, first: Readonly<Record<string, unknown>>): Promise<InjectedPage> {
  const items: Record<string, unknown> = { words: WORDS, ...first };
  await page.route(`**${FILES}/storage`, async (route) => {
    if (route.request().method() === 'POST') Object.assign(items, route.request().postDataJSON());
    await route.fulfill({ json: items });
  });
  await page.route(`**${FILES}/content-scripts/overlay.css`, (route) =>
    route.fulfill({ contentType: 'text/css', body: built('overlay.css') }),
  );
  await page.route(`**${FILES}/panel-body.js`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: built('../panel-body.js') }),
  );
  await page.route('**/plimsoll/position-table.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: built('../position-table.js') }),
  );
  const devtools = await page.context().newCDPSession(page);
  let world: string | null = null;
  devtools.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name === WORLD && context.auxData?.['frameId'] === mainFrame) world = context.uniqueId;
  });
  await devtools.send('Page.enable');
  const { frameTree } = await devtools.send('Page.getFrameTree');
  const mainFrame = frameTree.frame.id;
  await devtools.send('Runtime.enable');
  const atDocumentStart = (source: string, options: { readonly worldName?: string }) =>
    devtools.send('Page.addScriptToEvaluateOnNewDocument', { source, ...options });
  await atDocumentStart(inTopFrame('chart-probe', built('chart-probe.js')), {});
  const overlay = `(${stubExtension.toString()})(${JSON.stringify(FILES)});
addEventListener('DOMContentLoaded', () => { ${built('overlay.js')} });`;
  await atDocumentStart(inTopFrame('overlay', overlay), { worldName: WORLD });

  const evaluate = async <T>(expression: string): Promise<T> => {
    if (world === null) throw new Error('no page has been opened');
    const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', {
      expression,
      uniqueContextId: world,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description);
    return result.value as T;
  };
  return {
    devtools,
    items,
    evaluate,
    seconds: (count) => evaluate(beats(count)),
    call: async (name, ...values) => {
      if (name === 'store') Object.assign(items, values[0]);
      await evaluate(`injected.${name}(${values.map((value) => JSON.stringify(value)).join()})`);
    },
  };
}

const inTopFrame = (name: string, source: string): string =>
  `if (window === window.top && location.protocol === 'https:') { ${source} }\n//# sourceURL=${SOURCE}${name}.js`;

const beats = (count: number): string => `new Promise((resolve) => {
  let beats = 0;
  const timer = setInterval(() => {
    beats += 1;
    if (beats < ${count}) return;
    clearInterval(timer);
    resolve();
  }, 1000);
})`;
