import type { ListedTicker } from '../market/listed-ticker.ts';
import { fundingOf8h } from './merge-tickers.ts';
import type { ListedPart } from './venue.ts';

/**
 * One row a contract from the answers about all of a venue's perpetuals, later answers winning. A contract without a price
 * is left out.
 */
export function mergeListed(answers: readonly (readonly ListedPart[])[]): readonly ListedTicker[] {
  const merged = new Map<string, ListedPart>();
  for (const part of answers.flat()) merged.set(part.id, { ...merged.get(part.id), ...part });
  return [...merged.values()].flatMap(({ id, price, fundingRate, fundingIntervalHours = null, ...told }) =>
    price === undefined
      ? []
      : [
          {
            id,
            price,
            openInterestBase: told.openInterestBase ?? null,
            fundingRate8h: fundingOf8h(fundingRate, fundingIntervalHours),
            nextFundingAtMs: told.nextFundingAtMs ?? null,
            turnoverUsd: told.turnoverUsd ?? null,
            dayChange: told.dayChange ?? null,
          },
        ],
  );
}
