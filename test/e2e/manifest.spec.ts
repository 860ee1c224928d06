import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { CONTEXT_SOURCES } from '../../core/context/sources.ts';
import { MESSENGER_ORIGINS } from '../../core/messengers/registry.ts';
import { OPTIONAL_SITE_ORIGINS, SITE_MATCHES, SITES } from '../../core/sites/registry.ts';
import { API_ORIGINS, OPTIONAL_API_ORIGINS, WEBSOCKET_ORIGINS } from '../../core/venues/origins.ts';
import { REGIONAL_API_ORIGINS, REGIONAL_WEBSOCKET_ORIGINS } from '../../core/venues/regional-hosts.ts';
import { expect, test } from './fixtures.ts';

interface Manifest {
  readonly manifest_version: number;
  readonly permissions: readonly string[];
  readonly optional_permissions: readonly string[];
  readonly host_permissions: readonly string[];
  readonly optional_host_permissions: readonly string[];
  readonly content_security_policy: { readonly extension_pages: string };
  readonly content_scripts: readonly { readonly matches: readonly string[]; readonly all_frames?: boolean }[];
  readonly web_accessible_resources: readonly {
    readonly resources: readonly string[];
    readonly matches: readonly string[];
    readonly use_dynamic_url?: boolean;
  }[];
  readonly background: { readonly service_worker?: string; readonly scripts?: readonly string[] };
  readonly minimum_chrome_version?: string;
  readonly browser_specific_settings?: {
    readonly gecko: { readonly id: string; readonly data_collection_permissions: unknown };
  };
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

/** Cells of the rows of the README's table under that heading, without its head. */
function tableOf(heading: string): readonly (readonly string[])[] {
  const section = README.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

for (const target of ['chrome', 'firefox']) {
  test.describe(`the manifest for ${target}`, () => {
    const manifest = JSON.parse(
      readFileSync(join(ROOT, '.output', `${target}-mv3`, 'manifest.json'), 'utf8'),
    ) as Manifest;

    test('asks at install for the polled endpoints and four sites, and for nothing else', () => {
      expect(manifest.manifest_version).toBe(3);
      expect(sorted(manifest.host_permissions)).toEqual(sorted(API_ORIGINS));
      expect(manifest.content_scripts).toHaveLength(2);
      for (const { matches, all_frames: allFrames } of manifest.content_scripts) {
        expect(sorted(matches)).toEqual(sorted(SITE_MATCHES));
        expect(allFrames).not.toBe(true);
      }
    });

    test('has every other site, every source of context, the messengers and nothing else as optional', () => {
      expect(sorted(manifest.optional_host_permissions)).toEqual(
        sorted([
          ...OPTIONAL_SITE_ORIGINS,
          ...OPTIONAL_API_ORIGINS,
          ...REGIONAL_API_ORIGINS,
          ...MESSENGER_ORIGINS,
          ...CONTEXT_SOURCES.map(({ origin }) => origin),
        ]),
      );
    });

    test('asks for nothing at install that it did not ask for before, so that an update needs no new consent', () => {
      const earlier = JSON.parse(
        readFileSync(join(ROOT, 'test', 'e2e', 'earlier', `manifest-0.1.0-${target}.json`), 'utf8'),
      ) as Manifest;
      const installed = ({ permissions, host_permissions, content_scripts }: Manifest) => [
        ...permissions,
        ...host_permissions,
        ...content_scripts.flatMap(({ matches }) => matches),
      ];
      // Browsers grant these without a word: they let nothing be read.
      const silent = target === 'firefox' ? ['contextMenus'] : ['sidePanel', 'offscreen'];
      const before = new Set([...installed(earlier), ...silent]);
      expect(installed(manifest).filter((name) => !before.has(name))).toEqual([]);
    });

    test('names hosts in full, and no host without encryption', () => {
      const patterns = [...manifest.host_permissions, ...manifest.optional_host_permissions];
      expect(
        patterns.filter((pattern) => !/^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/.test(pattern)),
      ).toEqual([]);
    });

    test('lets every site, and only them, read the panel’s style and body, the reader of its table and nothing else of the extension', () => {
      const resources = manifest.web_accessible_resources;
      expect(sorted([...new Set(resources.flatMap((entry) => entry.resources))])).toEqual([
        'content-scripts/overlay.css',
        'panel-body.js',
        'position-table.js',
      ]);
      expect(sorted(resources.flatMap(({ matches }) => matches))).toEqual(
        sorted([...SITE_MATCHES, ...OPTIONAL_SITE_ORIGINS]),
      );
      // In Chromium a fixed address would tell a page that the extension is installed; Firefox draws its own.
      if (target === 'chrome') for (const entry of resources) expect(entry.use_dynamic_url).toBe(true);
    });

    test('runs its own scripts only and connects to the listed hosts only', () => {
      const directives = new Map(
        manifest.content_security_policy.extension_pages.split('; ').map((directive) => {
          const [name = '', ...values] = directive.split(' ');
          return [name, values] as const;
        }),
      );
      expect(directives.get('default-src')).toEqual(["'self'"]);
      expect(directives.get('script-src')).toEqual(["'self'"]);
      expect(directives.get('object-src')).toEqual(["'none'"]);
      expect(sorted(directives.get('connect-src') ?? [])).toEqual(
        sorted([
          "'self'",
          ...[
            ...API_ORIGINS,
            ...OPTIONAL_API_ORIGINS,
            ...REGIONAL_API_ORIGINS,
            ...MESSENGER_ORIGINS,
            ...CONTEXT_SOURCES.map(({ origin }) => origin),
          ].map((pattern) => pattern.replace('/*', '')),
          ...WEBSOCKET_ORIGINS,
          ...REGIONAL_WEBSOCKET_ORIGINS,
        ]),
      );
    });

    test('asks for no permission without its reason in the README', () => {
      const reasons = new Map(tableOf('Permissions').map(([name = '', , reason = '']) => [name, reason]));
      const asked = [...manifest.permissions, ...manifest.optional_permissions];
      expect(asked.filter((name) => (reasons.get(`\`${name}\``) ?? '').length < 20)).toEqual([]);
      const siteHosts = new Set(OPTIONAL_SITE_ORIGINS);
      const hosts = [...manifest.host_permissions, ...manifest.optional_host_permissions]
        .filter((pattern) => API_ORIGINS.includes(pattern) || !siteHosts.has(pattern))
        .map((pattern) => pattern.slice('https://'.length, -'/*'.length));
      const explained = [...reasons.keys()].join(' ');
      expect(hosts.filter((host) => !explained.includes(`\`${host}\``))).toEqual([]);
    });

    test('runs in the background as that browser does', () => {
      const isFirefox = target === 'firefox';
      expect(manifest.background.scripts).toEqual(isFirefox ? ['background.js'] : undefined);
      expect(manifest.background.service_worker).toBe(isFirefox ? undefined : 'background.js');
      expect(manifest.minimum_chrome_version).toBe(isFirefox ? undefined : '120');
      expect(manifest.browser_specific_settings?.gecko.data_collection_permissions).toEqual(
        isFirefox
          ? { required: ['none'], optional: ['authenticationInfo', 'financialAndPaymentInfo'] }
          : undefined,
      );
    });
  });
}

test('every site has its line in the README, with the access that it has', () => {
  expect(tableOf('Sites').map(([name, , access]) => [name, access])).toEqual(
    SITES.map(({ name, access }) => [name, access]),
  );
});
