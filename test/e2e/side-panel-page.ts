import type { BrowserContext, CDPSession, Page } from '@playwright/test';

import { extensionId } from '../support/launch.ts';

/** The side panel's page in a tab, as wide as the side panel mostly is. The tab in front is then the one that was before it. */
export async function openSidePanel(context: BrowserContext, width = 360): Promise<Page> {
  const side = await context.newPage();
  await side.setViewportSize({ width, height: 900 });
  await side.goto(`chrome-extension://${await extensionId(context)}/sidepanel.html`);
  await side.getByRole('heading', { name: 'Your positions' }).waitFor();
  return side;
}

/** What stands in the browser's own side panel, which is no tab; null while it is shut. */
export async function sidePanelText(devtools: CDPSession): Promise<string | null> {
  const { targetInfos } = await devtools.send('Target.getTargets');
  const target = targetInfos.find(({ url }) => url.endsWith('/sidepanel.html'));
  if (target === undefined) return null;
  const { sessionId } = await devtools.send('Target.attachToTarget', {
    targetId: target.targetId,
    flatten: false,
  });
  const answer = new Promise<string>((resolve) => {
    devtools.once('Target.receivedMessageFromTarget', ({ message }) => {
      const { result } = JSON.parse(message) as { result: { result: { value: string } } };
      resolve(result.result.value);
    });
  });
  const message = JSON.stringify({
    id: 1,
    method: 'Runtime.evaluate',
    params: { expression: 'document.body.innerText' },
  });
  await devtools.send('Target.sendMessageToTarget', { sessionId, message });
  const text = await answer;
  await devtools.send('Target.detachFromTarget', { sessionId });
  return text;
}
