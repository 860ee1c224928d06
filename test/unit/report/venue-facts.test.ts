import { describe, expect, test } from 'vitest';

import type { Venue } from '../../../core/venues/venue.ts';
import { venueFacts, warmUpOf, type VenueRows } from '../../../core/report/venue-facts.ts';
import type { Coverage, SourceRow } from '../../../core/ledger/tables/sources.ts';
import { windowsAt } from '../../../core/ledger/windows.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
const DAY_S = 86_400;
const { originS, untilS } = windowsAt(NOW_MS);

/** Keeps 17 days of five minutes and 208 days of hours. */
const venue = {
  id: 'hyperliquid',
  openInterestHistory: null,
  candles: (interval: string) => ({ pageRows: 1500, depthS: (interval === '5m' ? 17 : 208) * DAY_S }),
} as unknown as Venue;

const series = (fromS: number, lastS: number): SourceRow => {
  const coverage: Coverage = { fromS, untilS: lastS, exhausted: false, revision: 0 };
  return { okAtMs: NOW_MS, failure: null, data: { kind: 'series', coverage } };
};

const instruments: SourceRow = {
  okAtMs: NOW_MS,
  failure: null,
  data: {
    kind: 'instruments',
    instruments: [
      {
        venue: 'hyperliquid',
        id: 'BTC',
        base: 'BTC',
        quote: 'USD',
        multiplier: 1,
        contractSize: 1,
        tickSize: 1,
      },
    ],
  },
};

const warmUp = (records: VenueRows) =>
  warmUpOf([venueFacts(venue, 'BTCUSDT', { instruments, ...records }, [], NOW_MS)]);

describe('the first load', () => {
  test('is not over while the hours before the bars are still coming', () => {
    const candles = series(untilS - 17 * DAY_S, untilS);

    expect(warmUp({ candles, 'burn-in': series(originS - 100 * DAY_S, originS) }).done).toBe(false);
    expect(warmUp({ candles }).done).toBe(false);
  });

  test('is over when all is there that the venue keeps', () => {
    const candles = series(untilS - 17 * DAY_S, untilS);
    const burnIn = series(Math.ceil((NOW_MS / 1000 - 208 * DAY_S) / 3600) * 3600, originS);

    expect(warmUp({ candles, 'burn-in': burnIn })).toEqual({
      barsLoaded: 8640,
      barsNeeded: 8640,
      done: true,
    });
  });
});
