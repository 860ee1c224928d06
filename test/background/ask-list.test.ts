import { expect, test } from 'vitest';

import type { VenueCall } from '../../core/venues/venue.ts';
import { askList } from '../../core/sources/ask-list.ts';
import type { HostGate } from '../../core/sources/host-gate.ts';
import { createFakeVenues } from './support/fake-venues.ts';

const venue = createFakeVenues(0).bybit;

/** Pages of one row each, 0 to `last`. */
const pageOf = (row: number, last: number): VenueCall<readonly number[]> => ({
  request: { url: `https://bybit.example/${row}`, method: 'GET', body: null, budget: 'bybit', weight: 1 },
  parse: () => [row],
  next: () => (row < last ? pageOf(row + 1, last) : null),
});

/** Answers every page until `stopAfter`, then has no room. */
function gateFor(stopAfter: number): { readonly gate: HostGate; readonly asked: () => number } {
  let asked = 0;
  const gate: HostGate = {
    ask: async (_venue, call) => {
      if (asked === stopAfter) return { kind: 'later', isSoon: true };
      asked += 1;
      return { kind: 'answer', value: call.parse(null, 0), next: call.next?.(null) ?? null };
    },
  };
  return { gate, asked: () => asked };
}

test('a list is read to its end', async () => {
  expect(await askList(gateFor(Infinity).gate, venue, pageOf(0, 2), 0)).toEqual({
    kind: 'answer',
    value: [0, 1, 2],
  });
});

test('half a list is none', async () => {
  expect(await askList(gateFor(2).gate, venue, pageOf(0, 2), 0)).toEqual({ kind: 'later', isSoon: true });
});

test('a venue that always names a next page is not asked for ever', async () => {
  const { gate, asked } = gateFor(Infinity);
  await askList(gate, venue, pageOf(0, Infinity), 0);
  expect(asked()).toBe(20);
});
