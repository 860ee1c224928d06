import type { SourceFault } from '../ledger/tables/fault.ts';
import type { Instrument } from '../market/instrument.ts';
import type { ToldTicker } from '../report/build-quote.ts';
import { askForMark } from '../sources/ask-mark.ts';
import { faultAfter, isWaiting } from '../sources/back-off.ts';
import type { Venue } from '../venues/venue.ts';
import type { Surroundings } from './surroundings.ts';

/** What is told, or how long ago the poll was told the same; null where nothing was asked or answered. */
export type AskedQuote = ToldTicker | { readonly polledAgoMs: number } | null;

/**
 * Asks a venue for the price of `market` between two polls, and not where the poll has just done so or the venue is left
 * alone.
 * @param periodMs what was told so lately stands
 */
export function createQuoteQuestion(
  { ports: { clock, database }, gate }: Pick<Surroundings, 'ports' | 'gate'>,
  market: string,
  periodMs: number,
): (venue: Venue, instrument: Instrument) => Promise<AskedQuote> {
  let fault: SourceFault | null = null;
  return async (venue, instrument) => {
    const nowMs = clock.nowMs();
    const polled = await database.get('sources', [market, venue.id, 'ticker']);
    // The poll asks for the same, and knows what became of it.
    const polledAgoMs = Math.abs(nowMs - (polled?.okAtMs ?? -Infinity));
    if (polledAgoMs < periodMs) return { polledAgoMs };
    if ([polled?.failure, fault].some((one) => one != null && isWaiting(one, nowMs))) return null;
    try {
      const asked = await askForMark({ gate, clock }, venue, instrument);
      if (asked.kind !== 'answer') return null;
      fault = null;
      return { venue: venue.id, ticker: asked.value, atMs: clock.nowMs() };
    } catch (error) {
      fault = faultAfter(error, fault, `${market}:${venue.id}:quote`, clock.nowMs());
      return null;
    }
  };
}
