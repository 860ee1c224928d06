import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { refusedImports } from '../../support/refused-imports.ts';

/** Folders of the core, of their names with spaces between. */
const core = (names: string): readonly string[] => names.split(' ').map((name) => `core/${name}`);

const CORE = core(readdirSync(join(import.meta.dirname, '../../../core')).join(' '));
const DOMAIN = core('engine levels cascade risk context screener sites alerts messengers i18n');
const OUTSIDE = ['wxt/browser', 'wxt/utils/content-script-context', '#imports', 'node:fs', 'idb'];
const DRAWN = [...core('market venues ledger report'), ...DOMAIN, 'components/ui'];

/** What each layer may import of the others, and of the browser and Node. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  'core/market': [],
  ...Object.fromEntries([...DOMAIN, 'core/venues'].map((layer) => [layer, core('market')])),
  'core/ledger': core('market venues engine context alerts messengers'),
  'core/sources': core('market venues engine cascade ledger'),
  'core/report': core('market venues engine levels cascade risk context screener alerts ledger'),
  'core/service': core('market venues engine alerts messengers ledger sources report'),
  'core/io': [...core('market venues i18n messengers ledger'), ...OUTSIDE],
  'core/headless': [...CORE, ...OUTSIDE],
  'components/page': DRAWN,
  'components/popup': DRAWN,
};
const layers = Object.keys(MAY);

/** A file of the layer itself, and one of a folder in it. */
const filesOf = (layer: string): readonly string[] => [`${layer}/sample.ts`, `${layer}/part/sample.ts`];
const othersOf = (layer: string): readonly string[] =>
  [...CORE, 'components/ui', 'entrypoints/shared', ...OUTSIDE].filter((other) => other !== layer);
const importOf = (other: string): string => (OUTSIDE.includes(other) ? other : `${other}/sample.ts`);

const BORNE_BY_NO_PAGE = ['core/io/storage-worker.ts', 'core/io/user-items.ts', 'valibot'];
const inPages = [
  'components/page/chart/sample.ts',
  'entrypoints/overlay.content/sample.ts',
  'entrypoints/chart-probe.content/sample.ts',
  'entrypoints/panel-body.ts',
  'entrypoints/position-table.ts',
];

const refused = refusedImports({
  ...Object.fromEntries(
    layers.flatMap((layer) => filesOf(layer).map((file) => [file, othersOf(layer).map(importOf)])),
  ),
  ...Object.fromEntries(inPages.map((file) => [file, BORNE_BY_NO_PAGE])),
});

test('every folder of the core is a layer of its own', () => {
  expect(layers).toEqual(expect.arrayContaining([...CORE]));
});

test.each(layers)('lint lets %s import what it may of the others, and nothing else', (layer) => {
  const forbidden = othersOf(layer).filter((other) => MAY[layer]?.includes(other) === false);

  expect(forbidden.length).toBeGreaterThan(1);
  for (const file of filesOf(layer)) expect([file, refused[file]]).toEqual([file, forbidden.map(importOf)]);
});

test.each(inPages)('lint keeps schemas and what only the worker or our own pages store out of %s', (file) => {
  expect(refused[file]).toEqual(BORNE_BY_NO_PAGE);
});
