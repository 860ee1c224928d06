import { SITE_GRANTS, type SiteGrant } from './registry.ts';

/** Built by WXT; the manifest names the same files for the sites that are granted at install. */
export const OVERLAY_FILE = '/content-scripts/overlay.js';
/** Built by WXT too; it runs in the page's own world. */
export const PROBE_FILE = '/content-scripts/chart-probe.js';

/** A script that the browser is to run in pages, in the browser's own words. */
export interface PageScript {
  readonly id: string;
  readonly js: string[];
  readonly matches: string[];
  readonly runAt: 'document_start' | 'document_idle';
  readonly world?: 'MAIN';
}

/** Match patterns of sites that are among `granted`. */
export const allowedPatterns = (granted: ReadonlySet<string>): string[] =>
  SITE_GRANTS.flatMap(({ patterns }) => patterns).filter((pattern) => granted.has(pattern));

/** Match patterns of sites that are not. */
export const refusedPatterns = (granted: ReadonlySet<string>): string[] =>
  SITE_GRANTS.flatMap(({ patterns }) => patterns).filter((pattern) => !granted.has(pattern));

/** Scripts for the optional sites among `granted`; the probe only where charts can be read. */
export function scriptsFor(granted: ReadonlySet<string>): PageScript[] {
  const optional = SITE_GRANTS.filter(({ access }) => access === 'optional');
  const matchesOf = (grants: readonly SiteGrant[]) =>
    grants.flatMap(({ patterns }) => patterns).filter((pattern) => granted.has(pattern));
  const scripts: readonly PageScript[] = [
    {
      id: 'chart-probe',
      js: [PROBE_FILE],
      matches: matchesOf(optional.filter(({ site }) => site.chart !== null)),
      runAt: 'document_start',
      world: 'MAIN',
    },
    { id: 'overlay', js: [OVERLAY_FILE], matches: matchesOf(optional), runAt: 'document_idle' },
  ];
  return scripts.filter(({ matches }) => matches.length > 0);
}

/** Equal for two sets of scripts that run in the same pages. */
export const keyOfScripts = (
  scripts: readonly { readonly id: string; readonly matches?: readonly string[] | undefined }[],
): string =>
  scripts
    .map(({ id, matches = [] }) => [id, ...matches.toSorted()].join(' '))
    .sort()
    .join('\n');
