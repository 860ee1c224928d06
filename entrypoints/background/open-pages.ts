import { browser, type Browser } from 'wxt/browser';

import { allowedPatterns, OVERLAY_FILE, PROBE_FILE, refusedPatterns } from '../../core/sites/page-scripts.ts';
import type { PageMessage } from '../../core/service/page-messages.ts';
import { logFailure } from './log-failure.ts';

/** Pages that were open before the panel was allowed there; one that has a panel already is left alone. */
export async function startOnOpenPages(granted: ReadonlySet<string>): Promise<void> {
  const tabs = await browser.tabs.query({ url: allowedPatterns(granted) });
  await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [startOnPage(id)])));
}

async function startOnPage(tabId: number): Promise<void> {
  if (await tell(tabId, { kind: 'which-market' })) return;
  const target = { tabId };
  try {
    await browser.scripting.executeScript({ target, files: [PROBE_FILE], world: 'MAIN' });
    await browser.scripting.executeScript({ target, files: [OVERLAY_FILE] });
  } catch {
    // The page was closed or left meanwhile; the next one there has the registered scripts.
  }
}

/** A script cannot be taken out of a page; it is asked to leave. */
export async function leaveOpenPages(granted: ReadonlySet<string>): Promise<void> {
  const message: PageMessage = { kind: 'leave-pages', patterns: refusedPatterns(granted) };
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [tell(id, message)])));
}

/** Whether a panel of ours listens in the tab. */
async function tell(tabId: number, message: PageMessage): Promise<boolean> {
  try {
    return (await browser.tabs.sendMessage<PageMessage, unknown>(tabId, message)) !== undefined;
  } catch {
    return false;
  }
}

/** The command shows or hides the panel of the tab in front. */
export function hearToggle(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'toggle-panel') void togglePanel(tab).catch(logFailure);
  });
}

async function togglePanel(tab: Browser.tabs.Tab | undefined): Promise<void> {
  const id = tab?.id ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id;
  if (id !== undefined) await browser.tabs.sendMessage(id, { kind: 'toggle-panel' } satisfies PageMessage);
}
