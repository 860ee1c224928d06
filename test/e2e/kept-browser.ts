import type { BrowserContext, Page } from '@playwright/test';

import { backgroundWorker, launchBrowser } from '../support/launch.ts';
import { LOADED_PROFILE } from './loaded-profile.ts';

/** A browser with the loaded profile that goes from test to test. */
export interface KeptBrowser {
  /** The browser as somebody finds it who has set nothing: one empty page, and nothing of the user's stored or allowed. */
  readonly take: () => Promise<BrowserContext>;
  /** It is put back: what a test has opened in it costs nothing while others go on. */
  readonly rest: () => Promise<void>;
  /** What a test left in it is not for the next one, which gets another. */
  readonly close: () => Promise<void>;
}

export function keepBrowser(exchangePort: number): KeptBrowser {
  let open: BrowserContext | null = null;
  return {
    take: async () => {
      open ??= await launchBrowser({ exchangePort, headless: true, profileFrom: LOADED_PROFILE });
      return open;
    },
    rest: async () => {
      if (open !== null) await putBack(open);
    },
    close: async () => {
      await open?.close();
      open = null;
    },
  };
}

/**
 * What is of the market stays: bars, report and the worker that knows them. What is the user's goes from storage, as do the
 * leases of pages, what was allowed beyond the install, and warnings, which may be of the user's own.
 */
const FORGET = `(async () => {
  const isOfMarket = (name) => /^(report|tiers):|^(clock|version|welcomed)$/.test(name);
  const items = await chrome.storage.local.get(null);
  await chrome.storage.local.remove(Object.keys(items).filter((name) => !isOfMarket(name)));
  const reports = Object.entries(items).filter(([name]) => name.startsWith('report:'));
  await chrome.storage.local.set(Object.fromEntries(reports.map(([name, report]) => [name, { ...report, warnings: [] }])));
  await chrome.storage.session.clear();
  const { permissions, origins } = await chrome.permissions.getAll();
  const manifest = chrome.runtime.getManifest();
  const installed = [manifest.host_permissions, ...manifest.content_scripts.map(({ matches }) => matches)].flat();
  await chrome.permissions.remove({
    permissions: permissions.filter((name) => !manifest.permissions.includes(name)),
    origins: origins.filter((name) => !installed.includes(name)),
  });
})()`;

async function putBack(context: BrowserContext): Promise<void> {
  const before: readonly Page[] = context.pages();
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  // A browser without a page closes.
  await context.newPage();
  await Promise.all(before.map((page) => page.close()));
  await forgetUser(context);
}

/** The user has set, stored and allowed nothing. */
export async function forgetUser(context: BrowserContext): Promise<void> {
  await (await backgroundWorker(context)).evaluate(FORGET);
}
