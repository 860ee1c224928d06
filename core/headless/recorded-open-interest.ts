import { DAY_S } from '../market/time.ts';
import { openInterestPast, type OpenInterestPast, pastMidnights } from '../report/open-interest-past.ts';
import { readOpenInterest } from './csv-formats.ts';

/**
 * What a file of open interest says of the time before `atS`; of a day with several rows the first counts.
 * @throws InputError for a file that cannot be read
 */
export function recordedOpenInterest(file: string, atS: number): OpenInterestPast {
  const { fromS, length } = pastMidnights(atS * 1000);
  const column = () => new Float64Array(length).fill(NaN);
  const [usd, price] = [column(), column()];
  for (const row of readOpenInterest(file)) {
    const day = Math.floor((row.atS - fromS) / DAY_S);
    if (row.atS > atS || !Number.isNaN(usd[day] ?? 0)) continue;
    usd[day] = row.openInterestBase * row.markPrice;
    price[day] = row.markPrice;
  }
  const days = { usd, lowUsd: usd, highUsd: usd, isScaled: new Uint8Array(length), toldBy: () => NOBODY };
  return openInterestPast(days, price, new Map(), atS * 1000);
}

/** A file names no venue. */
const NOBODY = { told: [], scaled: [] };
