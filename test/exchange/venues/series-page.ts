import type { VenueId } from '../../../core/market/venue-id.ts';
import type { Market } from '../market/market.ts';
import { venueBars, type VenueBar } from '../market/venue-series.ts';

/** A page of a series as a client asks for it: bounds in epoch milliseconds, both included, null = open. */
export interface PageRequest {
  readonly market: Market;
  readonly venue: VenueId;
  readonly base: string;
  readonly seconds: number;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly limit: number;
  /** Oldest time that the venue still answers, epoch seconds. */
  readonly oldestS?: number;
  /** Where bars begin after the full interval in UTC. */
  readonly offsetS?: number;
}

/** Bars that open within the bounds, ascending; of too many, the newest `limit`. */
export function newestBars(page: PageRequest): readonly VenueBar[] {
  const { market, seconds, limit } = page;
  const untilS = Math.floor((page.endMs ?? market.nowMs()) / 1000);
  const lastS = Math.min(untilS, Math.floor(market.lastOpenS(seconds)));
  const offsetS = page.offsetS ?? 0;
  const newestS = Math.floor((lastS - offsetS) / seconds) * seconds + offsetS;
  const firstS = Math.max(
    page.startMs === null ? 0 : Math.ceil(page.startMs / 1000),
    page.oldestS ?? 0,
    newestS - (limit - 1) * seconds,
  );
  return venueBars(market, page.venue, page.base, seconds, firstS, lastS, offsetS).slice(-limit);
}

/** Closed bars by the time of their close, ascending; of too many, the newest `limit`. */
export function newestCloses(
  page: PageRequest,
): readonly { readonly closeMs: number; readonly bar: VenueBar }[] {
  const shift = page.seconds * 1000;
  const endMs = Math.min(page.endMs ?? Infinity, page.market.nowMs()) - shift;
  const bars = newestBars({
    ...page,
    startMs: page.startMs === null ? null : page.startMs - shift,
    endMs,
    ...(page.oldestS === undefined ? {} : { oldestS: page.oldestS - page.seconds }),
  });
  return bars.map((bar) => ({ closeMs: bar.openTimeS * 1000 + shift, bar }));
}

/** Ratio of longs to shorts by accounts. */
export const longShortRatioOf = (bar: VenueBar): number => bar.longAccountShare / (1 - bar.longAccountShare);

export const HOURS_8_MS = 28_800_000;

/** When the next funding of eight hours is due. */
export const nextFundingMs = (nowMs: number): number => Math.floor(nowMs / HOURS_8_MS + 1) * HOURS_8_MS;
