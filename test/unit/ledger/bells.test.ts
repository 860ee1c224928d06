import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { bells } from '../../../core/ledger/bells.ts';
import type { Bell } from '../../../core/market/bell.ts';

describe('kept bells', () => {
  const one: Bell = {
    id: 'mine',
    market: 'BTCUSDT',
    venue: 'binance',
    place: 'cluster',
    low: 1,
    high: 2,
    setPrice: 3,
    setAtMs: 4,
    untilMs: null,
    repeats: false,
    rangAtMs: null,
  };

  test('are put, replaced and removed by their ids; what cannot be read stays in storage', () => {
    const later = { id: 'later', place: 'moon' };
    const stored = bells.change([one, later], {
      put: [
        { ...one, repeats: true },
        { ...one, id: 'two' },
      ],
    });

    expect(bells.restore(stored)).toEqual([
      { ...one, repeats: true },
      { ...one, id: 'two' },
    ]);
    expect(bells.restore(bells.change(stored, { remove: ['mine'] }))).toEqual([{ ...one, id: 'two' }]);
    expect(bells.change(stored, { remove: ['mine', 'two'] })).toEqual([later]);
  });

  test('are at most fifty', () => {
    const fifty = Array.from({ length: 50 }, (_, index) => ({ ...one, id: `b${index}` }));

    expect(bells.restore(bells.change([], { put: fifty }))).toHaveLength(50);
    expect(() => bells.change(fifty, { put: [one] })).toThrow('too-many-bells');
  });

  test('are told when they rang; one that has gone meanwhile does not come back', () => {
    expect(bells.restore(bells.change([one], { rang: { mine: 7, gone: 8 } }))).toEqual([
      { ...one, rangAtMs: 7 },
    ]);
  });

  test.each([
    [{ low: 3 }],
    [{ high: 0 }],
    [{ market: '*' }],
    [{ venue: 'https://evil.example' }],
    [{ id: '' }],
  ])('are not put with %o', (wrong) => {
    expect(v.is(bells.schema, { put: [{ ...one, ...wrong }] })).toBe(false);
  });
});
