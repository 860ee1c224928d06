import { describe, expect, test } from 'vitest';

import { FIRST_PLACE, fitPlace } from '../../../components/overlay/place.ts';
import { place } from '../../../core/ledger/place.ts';
import { STORED_PLACES } from '../../support/stored-places.ts';

/** As a page opens the panel. */
const opened = (stored: unknown) =>
  fitPlace({ ...FIRST_PLACE, ...place.restore(stored) }, { width: 1440, height: 900 });

const stored = Object.entries<Readonly<Record<string, unknown>>>(STORED_PLACES);
const parts = stored.flatMap(([build, whole]) =>
  Object.keys(whole).map((name) => [build, name, whole] as const),
);

describe('a place that an earlier version stored', () => {
  test.each(stored)('of %s opens the panel as it was left', (_build, whole) => {
    expect(place.restore(whole)).toEqual(whole);
    expect(opened(whole)).toEqual({ ...FIRST_PLACE, ...whole });
  });

  test.each(parts)('of %s opens without its %s where that is wrong, and keeps it', (_build, name, whole) => {
    const { [name]: _wrong, ...rest } = whole;
    const wrong = { ...whole, [name]: 'of a later version' };

    expect(opened(wrong)).toEqual({ ...FIRST_PLACE, ...rest });
    const other = name === 'form' ? { chartBands: true } : ({ form: 'open' } as const);
    expect(place.change(wrong, other)).toEqual({ ...wrong, ...other });
  });

  test.each(stored)('of %s has a later change beside what it had', (_build, whole) => {
    const later = { cardRight: 8, chartHeat: true };

    expect(place.restore(place.change(whole, later))).toEqual({ ...whole, ...later });
  });
});
