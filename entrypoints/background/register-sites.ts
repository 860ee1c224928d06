import { browser, type Browser } from 'wxt/browser';

import { SITE_GRANTS, type SiteGrant } from '../../core/sites/registry.ts';
import type { PageMessage } from '../../core/service/messages.ts';

type Script = Browser.scripting.RegisteredContentScript;

/** Built by WXT; the manifest names the same files for the sites that are granted at install. */
const OVERLAY_FILE = '/content-scripts/overlay.js';
const PROBE_FILE = '/content-scripts/chart-probe.js';

/**
 * Keeps the panel on the sites that the user allows, and only on them: new pages by registered scripts, which the
 * browser keeps across its restarts and drops on updates; open pages at once. Adds its listeners synchronously.
 */
export function followSitePermissions(): void {
  let last: Promise<void> = Promise.resolve();
  const inTurn = (task: () => Promise<void>) => {
    last = last
      .then(task)
      .catch((error: unknown) => console.warn('Plimsoll could not follow the sites allowed', error));
  };
  browser.permissions.onAdded.addListener(() =>
    inTurn(async () => {
      const granted = await grantedPatterns();
      await registerScripts(granted);
      await startOnOpenPages(granted);
    }),
  );
  browser.permissions.onRemoved.addListener(() =>
    inTurn(async () => {
      const granted = await grantedPatterns();
      await registerScripts(granted);
      await leaveOpenPages(granted);
    }),
  );
  inTurn(async () => registerScripts(await grantedPatterns()));
}

/** Match patterns that are allowed; for scripts of the manifest `contains` says no where an optional host is the same. */
async function grantedPatterns(): Promise<ReadonlySet<string>> {
  const { origins = [] } = await browser.permissions.getAll();
  return new Set(origins);
}

/** Registers the scripts for the optional pages among `granted`, in place of what was registered before. */
async function registerScripts(granted: ReadonlySet<string>): Promise<void> {
  const wanted = scriptsFor(granted);
  const registered = await browser.scripting.getRegisteredContentScripts();
  if (keyOf(wanted) === keyOf(registered)) return;
  await browser.scripting.unregisterContentScripts();
  if (wanted.length > 0) await browser.scripting.registerContentScripts(wanted);
}

function scriptsFor(granted: ReadonlySet<string>): Script[] {
  const optional = SITE_GRANTS.filter(({ access }) => access === 'optional');
  const matchesOf = (grants: readonly SiteGrant[]) =>
    grants.flatMap(({ patterns }) => patterns).filter((pattern) => granted.has(pattern));
  const scripts: readonly Script[] = [
    {
      id: 'chart-probe',
      js: [PROBE_FILE],
      matches: matchesOf(optional.filter(({ site }) => site.chart !== null)),
      runAt: 'document_start',
      world: 'MAIN',
    },
    { id: 'overlay', js: [OVERLAY_FILE], matches: matchesOf(optional), runAt: 'document_idle' },
  ];
  return scripts.filter(({ matches }) => matches !== undefined && matches.length > 0);
}

const keyOf = (scripts: readonly Script[]): string =>
  scripts
    .map(({ id, matches = [] }) => [id, ...matches.toSorted()].join(' '))
    .sort()
    .join('\n');

/** Pages that were open before the panel was allowed there; one that has a panel already is left alone. */
async function startOnOpenPages(granted: ReadonlySet<string>): Promise<void> {
  const patterns = SITE_GRANTS.flatMap((grant) => grant.patterns).filter((pattern) => granted.has(pattern));
  const tabs = await browser.tabs.query({ url: patterns });
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
async function leaveOpenPages(granted: ReadonlySet<string>): Promise<void> {
  const patterns = SITE_GRANTS.flatMap((grant) => grant.patterns).filter((pattern) => !granted.has(pattern));
  const message: PageMessage = { kind: 'leave-pages', patterns };
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
