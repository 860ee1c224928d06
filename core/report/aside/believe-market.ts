import type { CheckedVenues } from '../../engine/index.ts';
import type { Bars } from '../../market/bars.ts';
import type { VenueMark } from '../../market/market-report.ts';
import { FRESH_CLOSE_MS, type VenueFacts } from '../venue-facts.ts';
import { compareBars } from '../compare-bars.ts';
import type { KnownBars, MarketMemory } from '../market-memory.ts';
import type { Ports } from '../../ledger/ports.ts';
import { type Windows, windowsAt } from '../../ledger/windows.ts';
import type { AsideRow } from '../../ledger/tables/aside.ts';
import { type JudgedVenues, judgeVenues } from './judge-venues.ts';
import { keepAside, readAside } from './keep-aside.ts';

/** A price of a time, USD. */
interface Quote {
  readonly price: number;
  readonly atMs: number;
}

/** What is stored of a market, as far as its sources do not contradict each other. */
export interface Believed extends Omit<JudgedVenues, 'price'>, Pick<KnownBars, 'checked' | 'aggregated'> {
  readonly quote: Quote | null;
  readonly marks: readonly VenueMark[];
  readonly aside: AsideRow;
  readonly windows: Windows;
  readonly nowMs: number;
}

/**
 * Compares what venues told of the past, then what they tell now, and remembers what is not believed.
 * @throws StorageError
 */
export async function believeMarket(
  ports: Ports,
  market: string,
  told: readonly VenueFacts[],
  memory: MarketMemory,
  nowMs: number,
): Promise<Believed> {
  const windows = windowsAt(nowMs);
  const { series, checked, aggregated } = await compareBars(ports, told, windows, memory);
  const before = await readAside(ports.database, market, nowMs);
  const askedAtMs = Math.max(0, ...told.map(({ tickerReceivedAtMs }) => tickerReceivedAtMs ?? 0));
  const past = aggregated === null ? null : freshClose(aggregated.bars, askedAtMs);
  const judged = judgeVenues(told, checked, { price: past?.price ?? null, funding: before.funding });
  const aside = await keepAside(ports.database, market, before, {
    told: series,
    checked,
    facts: judged.facts,
    originS: windows.originS,
    nowMs,
  });
  const quote = quoteOf(judged, checked, past);
  return { ...judged, quote, checked, aggregated, marks: marksOf(told, judged.facts), aside, windows, nowMs };
}

/** The last close of `bars`; null unless it is about as old as a price of `atMs`. */
function freshClose({ openTimeS, close, intervalS }: Bars, atMs: number): Quote | null {
  const closedMs = ((openTimeS.at(-1) ?? -Infinity) + intervalS) * 1000;
  const price = close.at(-1);
  return price === undefined || atMs - closedMs > FRESH_CLOSE_MS ? null : { price, atMs: closedMs };
}

/** What is believed of the price now; where nothing is, the last close that several venues agreed about, with its age. */
function quoteOf(
  { price, priced }: JudgedVenues,
  { series }: CheckedVenues,
  past: Quote | null,
): Quote | null {
  if (price === null) return series.length > 1 ? past : null;
  return { price, atMs: Math.max(...priced.map(({ tickerReceivedAtMs }) => tickerReceivedAtMs ?? 0)) };
}

const marksOf = (told: readonly VenueFacts[], believed: readonly VenueFacts[]): readonly VenueMark[] =>
  told.flatMap(({ venue, ticker, tickerReceivedAtMs: at }, index) =>
    ticker === null || at === null
      ? []
      : [{ venue, price: ticker.markPrice, at, isAside: believed[index]?.ticker === null }],
  );
