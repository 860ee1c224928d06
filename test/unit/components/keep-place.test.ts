import { expect, test, vi } from 'vitest';

import { placeKeeper } from '../../../components/page/keep-place.ts';
import type { PanelPlace, PlaceChange } from '../../../core/ledger/place.ts';

const place: PanelPlace = { right: 8, top: 80, width: 280, height: 420, form: 'open' };

test('what changed of the panel’s place is sent, by what was stored last; a refused change is sent again', async () => {
  const store = vi.fn<(change: PlaceChange) => Promise<Partial<PanelPlace> | null>>();
  const keep = placeKeeper({}, { isPlaced: () => true, store });
  const answers: (Partial<PanelPlace> | null)[] = [place, null, { ...place, form: 'dot', chartBands: false }];
  store.mockImplementation(async () => answers.shift() ?? null);

  const places: PanelPlace[] = [
    place,
    { ...place, form: 'strip' },
    { ...place, form: 'dot' },
    { ...place, top: 9 },
  ];
  for (const [index, next] of places.entries()) {
    keep(next);
    await vi.waitFor(() => expect(store).toHaveBeenCalledTimes(index + 1));
    await store.mock.results[index]?.value;
  }

  expect(store.mock.calls.map(([change]) => change)).toEqual([
    place,
    { form: 'strip' },
    { form: 'dot' },
    { top: 9, form: 'open' },
  ]);
});

test('of a panel that the user has put nowhere, no place is stored', () => {
  const store = vi.fn(async () => null);
  const keep = placeKeeper({}, { isPlaced: () => false, store });

  keep({ ...place, chartHeat: false });

  expect(store).toHaveBeenCalledWith({ form: 'open', chartHeat: false });
});
