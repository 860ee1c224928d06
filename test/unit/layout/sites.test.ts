import { describe, expect, test } from 'vitest';

import { isVenueId } from '../../../core/market/venue-id.ts';
import { SITES } from '../../../core/sites/registry.ts';
import { filesThat } from './source-files.ts';

const ids = SITES.map(({ id }) => id);
/** A site whose venue is polled too is named where the recipe of a venue says. */
const alone = ids.filter((id) => !isVenueId(id));

describe('a site is one file and one line', () => {
  test('every file that makes a site is of its name, and in the list', () => {
    const files = filesThat(/^export const [A-Z]+: Site = /m);

    expect(new Set(files)).toEqual(new Set(ids.map((id) => `core/sites/${id}.ts`)));
    expect(SITES).toHaveLength(files.length);
  });

  test.each(ids)('the file of %s is imported by the list alone', (id) => {
    expect(filesThat(new RegExp(`from '[^']*(/sites|\\.)/${id}\\.ts'`)).filter(isOfSites)).toEqual([
      'core/sites/registry.ts',
    ]);
  });

  test.each(alone)('of all that reads pages and draws on them the file of %s alone names it', (id) => {
    const naming = filesThat(new RegExp(`['"\`]${id}['"\`]|^ +${id}: `, 'm'));

    expect(naming.filter((path) => !isOfMarkets(path))).toEqual([`core/sites/${id}.ts`]);
  });
});

/** The same name may be that of a formula, of a source of context, or of a venue whose contracts are written on other assets. */
const isOfMarkets = (path: string): boolean => /^core\/(context|market|risk)\//.test(path);

const isOfSites = (path: string): boolean => path.startsWith('core/sites/');
