import type { BrowserContext, CDPSession } from '@playwright/test';

/** The protocol of the extension's background worker, which Playwright has no session for. */
export interface WorkerDevtools {
  readonly send: <Answer>(method: string, params?: object) => Promise<Answer>;
}

export async function attachToWorker(context: BrowserContext): Promise<WorkerDevtools> {
  const browser = await browserDevtools(context);
  const { targetInfos } = await browser.send('Target.getTargets');
  const target = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.startsWith('chrome-extension://'),
  );
  if (target === undefined) throw new Error('the extension has no worker');
  const { sessionId } = await browser.send('Target.attachToTarget', {
    targetId: target.targetId,
    flatten: false,
  });
  const waiting = new Map<number, (result: unknown) => void>();
  browser.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const { id, result } = JSON.parse(event.message) as { readonly id?: number; readonly result?: unknown };
    if (id !== undefined) waiting.get(id)?.(result);
  });
  let last = 0;
  return {
    send: <Answer>(method: string, params: object = {}) => {
      const id = ++last;
      const answer = new Promise<Answer>((resolve) => {
        waiting.set(id, resolve as (result: unknown) => void);
      });
      const message = JSON.stringify({ id, method, params });
      return browser.send('Target.sendMessageToTarget', { sessionId, message }).then(() => answer);
    },
  };
}

export async function browserDevtools(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (browser === null) throw new Error('the browser has no session of its own');
  return browser.newBrowserCDPSession();
}
