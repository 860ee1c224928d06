import type { BrowserContext, CDPSession, Page } from '@playwright/test';

/** World in which Playwright's locators look for elements; scripts of the page cannot reach it. */
const LOCATORS_WORLD = '__playwright_utility_world_';

/** The panel's element in the page. */
export const PANEL_HOST = '[data-plimsoll=panel]';

const HOST = `document.querySelector('${PANEL_HOST}')`;

/** The next host of a panel whose root a world does not know. */
const NEXT_HOST = `new Promise((resolve) => {
  const look = () => {
    if (document.documentElement !== null) observer.observe(document.documentElement, { childList: true });
    const host = ${HOST};
    if (host === null || Object.hasOwn(host, 'shadowRoot')) return;
    observer.disconnect();
    resolve(host);
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true });
  look();
})`;

/**
 * Lets locators look into the panel's closed shadow root, in every page of a context. The browser's protocol hands the
 * root to the locators' own world: the build is the one that is released, and to scripts of the page its root stays closed.
 */
export function seeClosedRoots(context: BrowserContext): void {
  for (const page of context.pages()) void seeIn(page);
  context.on('page', (page) => void seeIn(page));
}

/** Opens the panel's root to scripts of the page too, for a checker that runs as one of them. */
export async function openToPage(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const { result } = await devtools.send('Runtime.evaluate', { expression: HOST });
  await handOver(devtools, result.objectId!, null);
  await devtools.detach();
}

async function seeIn(page: Page): Promise<void> {
  try {
    const devtools = await page.context().newCDPSession(page);
    devtools.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name.startsWith(LOCATORS_WORLD)) void follow(devtools, context);
    });
    await devtools.send('Runtime.enable');
  } catch {
    // The page was closed meanwhile.
  }
}

interface World {
  readonly id: number;
  readonly uniqueId: string;
}

async function follow(devtools: CDPSession, { id, uniqueId: uniqueContextId }: World): Promise<void> {
  const next = { expression: NEXT_HOST, uniqueContextId, awaitPromise: true };
  try {
    for (;;) {
      const { result } = await devtools.send('Runtime.evaluate', next);
      await handOver(devtools, result.objectId!, id);
    }
  } catch {
    // The world is gone with its document; the next document has another.
  }
}

/** @param worldId null: the page's own */
async function handOver(devtools: CDPSession, objectId: string, worldId: number | null): Promise<void> {
  const { node } = await devtools.send('DOM.describeNode', { objectId, pierce: true });
  const { backendNodeId } = node.shadowRoots![0]!;
  const { object } = await devtools.send('DOM.resolveNode', {
    backendNodeId,
    ...(worldId === null ? {} : { executionContextId: worldId }),
  });
  await devtools.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: 'function (value) { Object.defineProperty(this, "shadowRoot", { value }); }',
    arguments: [{ objectId: object.objectId! }],
  });
}
