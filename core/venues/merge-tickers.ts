import type { Ticker } from '../market/observations.ts';
import { HOUR_MS } from '../market/time.ts';
import type { TickerPart } from './venue.ts';

/** The next payment of funding, and how far the last one lies before it. */
export type PayTimes = Required<Pick<Ticker, 'fundingIntervalHours'>> & { readonly nextFundingAtMs: number };

/** What a ticker tells of payments, while its next one is still to come; else null. */
export const payTimesOf = (told: Ticker | null, nowMs: number): PayTimes | null =>
  told?.fundingIntervalHours === undefined || told.nextFundingAtMs === null || told.nextFundingAtMs <= nowMs
    ? null
    : { nextFundingAtMs: told.nextFundingAtMs, fundingIntervalHours: told.fundingIntervalHours };

/**
 * One ticker from the answers of a venue's ticker calls, later answers winning. Null while no answer holds a mark price.
 * @param known stands for the last payment where that was not asked for and the next one is the same
 */
export function mergeTickers(parts: readonly TickerPart[], known: PayTimes | null = null): Ticker | null {
  const merged = Object.assign({}, ...parts) as Partial<TickerPart>;
  if (merged.markPrice === undefined) return null;
  const isAsKnown = known !== null && known.nextFundingAtMs === merged.nextFundingAtMs;
  const hours =
    merged.fundingIntervalHours ??
    hoursBetweenPayments(merged) ??
    (isAsKnown ? known.fundingIntervalHours : null);
  return {
    atMs: Math.min(...parts.map((part) => part.atMs)),
    markPrice: merged.markPrice,
    indexPrice: merged.indexPrice ?? null,
    openInterestBase: merged.openInterestBase ?? null,
    fundingRate8h: merged.fundingRate8h ?? fundingOf8h(merged.fundingRate, hours),
    nextFundingAtMs: merged.nextFundingAtMs ?? null,
    ...(hours === null ? {} : { fundingIntervalHours: hours }),
  };
}

/** Funding of eight hours, of the rate of one interval; null while rate or interval is unknown. */
export const fundingOf8h = (rate: number | undefined, intervalHours: number | null): number | null =>
  rate === undefined || intervalHours === null ? null : (rate * 8) / intervalHours;

/** Whole hours from the last payment to the next; null where they cannot be an interval, as just before a payment is listed. */
function hoursBetweenPayments({ lastFundingAtMs, nextFundingAtMs }: Partial<TickerPart>): number | null {
  if (lastFundingAtMs === undefined || !nextFundingAtMs) return null;
  const hours = Math.round((nextFundingAtMs - lastFundingAtMs) / HOUR_MS);
  return hours >= 1 && hours <= 24 ? hours : null;
}
