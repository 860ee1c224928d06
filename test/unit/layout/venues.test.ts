import { describe, expect, test } from 'vitest';

import { VENUE_IDS } from '../../../core/market/venue-id.ts';
import { HOSTS } from '../../../core/venues/origins.ts';
import { filesThat } from './source-files.ts';

/** A line each: the recipe of a venue in CONTRIBUTING.md shows them. */
const LINES = [
  'core/market/venue-id.ts',
  'core/market/feeds.ts',
  'core/venues/registry.ts',
  'core/venues/origins.ts',
  'core/risk/formulas/registry.ts',
  'core/sites/trading-page.ts',
  'core/headless/parse/dialect.ts',
];
/** The recipe of a site. */
const SITE = ['core/sites/aster.ts', 'core/sites/registry.ts'];

describe('a venue is its folder, its formula and a line where the types ask for one', () => {
  test('Aster, the last that came, is named nowhere else', () => {
    const own = ['core/venues/aster/aster.ts', 'core/venues/aster/hosts.ts', 'core/risk/formulas/aster.ts'];

    expect(new Set(filesThat(/\baster\b|\bAster\b|asterdex/))).toEqual(new Set([...own, ...LINES, ...SITE]));
  });

  test.each(VENUE_IDS)(
    'nothing asks whether a venue is %s but what reads files and rows of earlier versions',
    (id) => {
      const asking = filesThat(new RegExp(`(===|!==|case) '${id}'`));

      expect(asking.filter((path) => !/^core\/(headless\/parse|ledger\/tables)\//.test(path))).toEqual([]);
    },
  );

  test.each(VENUE_IDS)('of all that asks venues the folder of %s alone writes where it is asked', (id) => {
    const { api, socket = api } = HOSTS[id];
    const written = filesThat(new RegExp(`['"\`](${api}|${socket})\\b`));

    expect(written.filter((path) => path.startsWith('core/venues/'))).toEqual([`core/venues/${id}/hosts.ts`]);
  });
});
