import type { BrowserContext, CDPSession, Page } from '@playwright/test';

import { extensionId } from './launch.ts';

interface SidePanelOptions {
  readonly width?: number;
  /** Whose market it shall show; none, and it shows that of its own tab, which has none. */
  readonly inFront?: Page;
  readonly colorScheme?: 'dark' | 'light';
}

/** The side panel's page in a tab, as wide as the side panel mostly is. */
export async function openSidePanel(
  context: BrowserContext,
  { width = 360, inFront, colorScheme = 'dark' }: SidePanelOptions = {},
): Promise<Page> {
  const side = await context.newPage();
  await side.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await side.setViewportSize({ width, height: 900 });
  await side.goto(`chrome-extension://${await extensionId(context)}/sidepanel.html`);
  await side.getByRole('heading', { name: 'Your positions' }).waitFor();
  if (inFront === undefined) return side;
  await side.getByText('The tab in front shows no market').waitFor();
  await inFront.bringToFront();
  await side.getByText('The tab in front shows no market').waitFor({ state: 'hidden' });
  await side.bringToFront();
  return side;
}

/** The browser's own side panel, which is no tab: it is spoken to by the browser's protocol. */
interface RealSidePanel {
  readonly send: (method: string, params?: object) => Promise<Record<string, unknown>>;
  readonly leave: () => Promise<void>;
}

/** Null while it is shut. @param devtools a session of any page of the browser */
async function attachToSidePanel(devtools: CDPSession): Promise<RealSidePanel | null> {
  const { targetInfos } = await devtools.send('Target.getTargets');
  const target = targetInfos.find(({ url }) => url.endsWith('/sidepanel.html'));
  if (target === undefined) return null;
  const { sessionId } = await devtools.send('Target.attachToTarget', {
    targetId: target.targetId,
    flatten: false,
  });
  let last = 0;
  return {
    send: async (method, params = {}) => {
      last += 1;
      const id = last;
      const answer = new Promise<Record<string, unknown>>((resolve) => {
        const hear = (told: { readonly sessionId: string; readonly message: string }) => {
          const read = JSON.parse(told.message) as { id?: number; result?: Record<string, unknown> };
          if (told.sessionId !== sessionId || read.id !== id) return;
          devtools.off('Target.receivedMessageFromTarget', hear);
          resolve(read.result ?? {});
        };
        devtools.on('Target.receivedMessageFromTarget', hear);
      });
      const message = JSON.stringify({ id, method, params });
      await devtools.send('Target.sendMessageToTarget', { sessionId, message });
      return answer;
    },
    leave: async () => {
      await devtools.send('Target.detachFromTarget', { sessionId });
    },
  };
}

/** What stands in the browser's own side panel; null while it is shut. */
export async function sidePanelText(devtools: CDPSession): Promise<string | null> {
  const panel = await attachToSidePanel(devtools);
  if (panel === null) return null;
  const { result } = await panel.send('Runtime.evaluate', { expression: 'document.body.innerText' });
  await panel.leave();
  return (result as { readonly value: string }).value;
}

/** A picture of all of the browser's own side panel, PNG; null while it is shut. */
export async function sidePanelPicture(devtools: CDPSession): Promise<Buffer | null> {
  const panel = await attachToSidePanel(devtools);
  if (panel === null) return null;
  // Wider than its content by the scroll bar, which a picture of all of it does without.
  const { result } = await panel.send('Runtime.evaluate', {
    expression:
      '({ x: 0, y: 0, width: innerWidth, height: document.documentElement.scrollHeight, scale: 1 })',
    returnByValue: true,
  });
  const { value: clip } = result as { readonly value: object };
  const { data } = await panel.send('Page.captureScreenshot', { captureBeyondViewport: true, clip });
  await panel.leave();
  return Buffer.from(data as string, 'base64');
}
