import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

import { aggregateVenues, checkVenues } from '../../../../core/engine/index.ts';
import { readBars } from '../../../../core/headless/csv-formats.ts';
import { type Bars, createBars } from '../../../../core/market/bars.ts';
import { recordingsDir } from '../../../support/recordings.ts';
import { severalVenues } from '../../../support/several-venues.ts';

const data = recordingsDir();
const fileOf = (name: string): string => join(data ?? '', 'market', name);

/** Open interest and mark price by five minutes as bars without range; volume is what was not recorded. */
function openInterestBars(name: string): Bars {
  const lines = gunzipSync(readFileSync(fileOf(name)))
    .toString()
    .trim()
    .split('\n')
    .slice(1);
  const bars = createBars(lines.length);
  lines.forEach((line, row) => {
    const [atS = NaN, price = NaN, base = NaN] = line.split(',').map(Number);
    bars.openTimeS[row] = atS - 300;
    for (const column of ['open', 'high', 'low', 'close'] as const) bars[column][row] = price;
    bars.volumeBase[row] = 1;
    bars.openInterestBase[row] = base;
  });
  return bars;
}

const RECORDINGS: readonly (readonly [string, () => Bars])[] = [
  ['the crash of October 2025', () => readBars(fileOf('btcusdt-crash-2025-10-5m.csv.gz'))],
  ['December to 9 February with the fall of the 5th', () => readBars(fileOf('btcusdt-15m.csv.gz'))],
  ['open interest of BTC', () => openInterestBars('btcusdt-oi-5m.csv.gz')],
  ['open interest of ETH', () => openInterestBars('ethusdt-oi-5m.csv.gz')],
  ['open interest of SOL', () => openInterestBars('solusdt-oi-5m.csv.gz')],
  ['hours of BTC', () => readBars(fileOf('btc-1h.csv.gz'))],
  ['hours of ETH', () => readBars(fileOf('eth-1h.csv.gz'))],
  ['hours of SOL', () => readBars(fileOf('sol-1h.csv.gz'))],
  ['hours of HYPE', () => readBars(fileOf('hype-1h.csv.gz'))],
];

describe.skipIf(data === null)('on what really happened nothing true is refused', () => {
  test.each(RECORDINGS)('%s, at one venue', (_what, read) => {
    expect(checkVenues([{ venue: 'binance', bars: read() }]).aside).toEqual([]);
  });

  test.each(RECORDINGS)('%s, at two that differ as venues do', (_what, read) => {
    expect(checkVenues(severalVenues(read(), 2).slice(0, 2)).aside).toEqual([]);
  });

  test.each(RECORDINGS)('%s, at six that differ as venues do', (_what, read) => {
    const bars = read();
    const { series, aside } = checkVenues(severalVenues(bars, 1));

    expect(aside).toEqual([]);
    const { bars: added } = aggregateVenues(series, { fromS: 0, untilS: Infinity });
    expect(added.openTimeS).toHaveLength(bars.openTimeS.length);
    expect(
      Math.max(...added.close.map((close, row) => Math.abs(close / (bars.close[row] ?? NaN) - 1))),
    ).toBeLessThan(0.02);
  });
});
