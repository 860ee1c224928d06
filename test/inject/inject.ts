import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { CDPSession, Page } from '@playwright/test';

import { WORDS } from '../../core/i18n/words.en.ts';
import { EXTENSION_DIR } from '../support/launch.ts';
import { onClock, onOwnClock } from './hasten.ts';
import { type Injected, stubExtension } from './stub-extension.ts';

/** The overlay's world beside the page's own: it shares the document and nothing else. */
const WORLD = 'plimsoll';

/** Where the extension's files are, on every host, and its storage is read and written. */
const FILES = '/plimsoll';

/** Names that scripts are known by in traces and profiles, as they are where an extension brings them. */
const SOURCE = 'chrome-extension://plimsoll/';

const files = new Map<string, string>();

/** A file of the build, read once. */
function built(name: string): string {
  const text = files.get(name) ?? readFileSync(join(EXTENSION_DIR, name), 'utf8');
  files.set(name, text);
  return text;
}

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

interface PausedRequest {
  readonly url: string;
  readonly method: string;
  readonly postData?: string;
}

interface InjectOptions {
  /** So many of its seconds do both scripts take a second of the machine's for. */
  readonly pace?: number;
}

/** Brings both scripts into every later document of the page, at the times when the browser would. */
export async function inject(
  page: Page,
  first: Readonly<Record<string, unknown>>,
  { pace = 1 }: InjectOptions = {},
): Promise<InjectedPage> {
  const items: Record<string, unknown> = { words: WORDS, ...first };
  const devtools = await page.context().newCDPSession(page);
  let world: string | null = null;
  devtools.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name === WORLD && context.auxData?.['frameId'] === mainFrame) world = context.uniqueId;
  });
  await devtools.send('Page.enable');
  const { frameTree } = await devtools.send('Page.getFrameTree');
  const mainFrame = frameTree.frame.id;
  await devtools.send('Runtime.enable');
  await serveFiles(devtools, items);
  const atDocumentStart = (source: string, options: { readonly worldName?: string }) =>
    devtools.send('Page.addScriptToEvaluateOnNewDocument', { source, ...options });
  await atDocumentStart(
    inTopFrame('chart-probe', onOwnClock(built('content-scripts/chart-probe.js'), pace)),
    {},
  );
  const overlay = `${onClock(pace)}
(${stubExtension.toString()})(${JSON.stringify(FILES)});
addEventListener('DOMContentLoaded', () => { ${built('content-scripts/overlay.js')} });`;
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

/** Answers what is asked for under {@link FILES}, and holds up no other request of the page. */
async function serveFiles(devtools: CDPSession, items: Record<string, unknown>): Promise<void> {
  const answer = ({ url, method, postData }: PausedRequest): readonly [type: string, body: string] => {
    const name = new URL(url).pathname.slice(FILES.length + 1);
    if (name !== 'storage')
      return name.endsWith('.css') ? ['text/css', built(name)] : ['text/javascript', built(name)];
    if (method === 'POST') Object.assign(items, JSON.parse(postData ?? '{}'));
    return ['application/json', JSON.stringify(items)];
  };
  devtools.on('Fetch.requestPaused', ({ requestId, request }) => {
    const [type, body] = answer(request);
    const fulfilled = devtools.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: 200,
      responseHeaders: [{ name: 'content-type', value: `${type}; charset=utf-8` }],
      body: Buffer.from(body).toString('base64'),
    });
    // The page was closed or left meanwhile.
    fulfilled.catch(() => {});
  });
  await devtools.send('Fetch.enable', { patterns: [{ urlPattern: `*${FILES}/*` }] });
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
