import { preact } from '@preact/preset-vite';
import { defineConfig } from 'wxt';

import { OPTIONAL_SITE_ORIGINS, SITE_MATCHES } from './core/sites/registry.ts';
import {
  MESSENGER_DATA_KINDS,
  MESSENGER_ORIGINS,
  OWN_FIGURES_DATA_KINDS,
} from './core/messengers/registry.ts';
import { CONTEXT_SOURCES } from './core/context/sources.ts';
import {
  ACCOUNT_DATA_KINDS,
  API_ORIGINS,
  OPTIONAL_API_ORIGINS,
  SOCKET_DATA_KINDS,
  WEBSOCKET_ORIGINS,
} from './core/venues/origins.ts';
import { REGIONAL_API_ORIGINS, REGIONAL_WEBSOCKET_ORIGINS } from './core/venues/regional-hosts.ts';

const FIREFOX = {
  gecko: {
    id: 'plimsoll@plimsoll.invalid',
    strict_min_version: '140.0',
    data_collection_permissions: {
      required: ['none'],
      optional: [
        ...new Set([
          ...SOCKET_DATA_KINDS,
          ...ACCOUNT_DATA_KINDS,
          ...MESSENGER_DATA_KINDS,
          ...OWN_FIGURES_DATA_KINDS,
        ]),
      ],
    },
  },
};

const OPTIONAL_ORIGINS = [
  ...OPTIONAL_API_ORIGINS,
  ...REGIONAL_API_ORIGINS,
  ...MESSENGER_ORIGINS,
  ...CONTEXT_SOURCES.map(({ origin }) => origin),
];

/** Scripts that the one in the page loads into its own world once they are wanted. */
const OWN_SCRIPTS = ['panel-body.js', 'position-table.js'];

/** Own scripts only, and no host but the listed ones: what is not in it cannot be asked, not even by mistake. */
const CONTENT_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "img-src 'self' data:",
  `connect-src 'self' ${[...new Set([...API_ORIGINS, ...OPTIONAL_ORIGINS].map((origin) => origin.replace('/*', '')))].join(' ')} ${[...WEBSOCKET_ORIGINS, ...REGIONAL_WEBSOCKET_ORIGINS].join(' ')}`,
].join('; ');

export default defineConfig({
  imports: false,
  vite: () => ({ plugins: [preact()] }),
  // Reviewers rebuild from these; nothing of the tests is in a build.
  zip: { excludeSources: ['test/**', 'test-results/**', '*.log'], includeSources: ['**/*', '.npmrc'] },
  hooks: {
    // Imported by the probe itself, the sites would be most of its size.
    'entrypoints:resolved': (_wxt, entrypoints) => {
      for (const entrypoint of entrypoints) {
        if (entrypoint.type !== 'content-script' || entrypoint.name !== 'chart-probe') continue;
        entrypoint.options.matches = [...SITE_MATCHES];
      }
    },
  },
  manifest: ({ browser, command }) => ({
    name: 'Plimsoll',
    description: 'Shows, on the exchange page you already have open, where leverage would break.',
    // Chrome's icon has the side panel in its menu by itself; Firefox's background can be heard by itself.
    permissions: [
      'storage',
      'alarms',
      'scripting',
      ...(browser === 'firefox' ? ['contextMenus'] : ['sidePanel', 'offscreen']),
    ],
    host_permissions: [...API_ORIGINS],
    optional_permissions: ['notifications'],
    optional_host_permissions: [...new Set([...OPTIONAL_ORIGINS, ...OPTIONAL_SITE_ORIGINS])],
    // The development server has hosts of its own.
    ...(command === 'build' ? { content_security_policy: { extension_pages: CONTENT_POLICY } } : {}),
    // The panel's style, which WXT lists itself for the sites that are granted at install, and the scripts that it loads.
    web_accessible_resources: [
      { resources: ['content-scripts/overlay.css', ...OWN_SCRIPTS], matches: [...OPTIONAL_SITE_ORIGINS] },
      { resources: [...OWN_SCRIPTS], matches: [...SITE_MATCHES] },
    ].map((one) => ({ ...one, ...(browser === 'firefox' ? {} : { use_dynamic_url: true }) })),
    ...(browser === 'chrome' ? { minimum_chrome_version: '120' } : {}),
    ...(browser === 'firefox' ? { browser_specific_settings: FIREFOX } : {}),
    action: { default_title: 'Plimsoll' },
    commands: {
      'toggle-panel': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: 'Show or hide the panel',
      },
      'open-side-panel': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: 'Open the side panel',
      },
    },
  }),
});
