import { DAY_S } from '../market/time.ts';
import { openInterestPast, type OpenInterestPast } from '../report/open-interest-past.ts';
import { readOpenInterest } from './csv-formats.ts';

/**
 * What a file of open interest says of the time before `atS`; of a day with several rows the first counts.
 * @throws InputError for a file that cannot be read
 */
export function recordedOpenInterest(file: string, atS: number): OpenInterestPast {
  const prices = new Map<number, number>();
  const days = readOpenInterest(file)
    .filter((row) => row.atS <= atS)
    .flatMap(({ atS: rowS, markPrice, openInterestBase }) => {
      const dayS = Math.floor(rowS / DAY_S) * DAY_S;
      if (prices.has(dayS)) return [];
      prices.set(dayS, markPrice);
      const usd = openInterestBase * markPrice;
      return [{ atS: dayS, usd, lowUsd: usd, highUsd: usd, told: [], scaled: [] }];
    });
  return openInterestPast(days, new Map(), (dayS) => prices.get(dayS) ?? null, atS * 1000);
}
