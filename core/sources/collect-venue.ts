import { BAR_INTERVAL_S } from '../market/bars.ts';
import type { Instrument } from '../market/instrument.ts';
import type { Ticker } from '../market/observations.ts';
import type { VenueId } from '../market/venue-id.ts';
import { nearDepthUsd } from '../cascade/near-depth.ts';
import { thinBook } from '../cascade/thin-book.ts';
import { mergeTickers } from '../venues/venue.ts';
import { checkBook, checkTicker, isFarOff } from './checks.ts';
import { askFor, collectOnce } from './collect-once.ts';
import { collectSeries } from './collect-series.ts';
import { mergeIntoChunks } from '../ledger/merge-into-chunks.ts';
import { isDailySource } from './daily-source.ts';
import { GOLD_MARKET, isComparedWithGold } from '../market/gold.ts';
import { collectPositions } from './public-positions/collect-positions.ts';
import { GlitchError } from './glitch-error.ts';
import type { Asked } from './host-gate.ts';
import { instrumentOf } from '../market/instrument-of.ts';
import { lastClose } from '../ledger/last-close.ts';
import { collectInstruments, storedInstruments } from './listed-instruments.ts';
import type { Ports } from '../ledger/ports.ts';
import { isDue, sourceKey, UNASKED, type Update, type VenueScope } from './source-attempt.ts';
import { DEPTH_INTERVAL_S } from '../ledger/usual-depth.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Below the alarm's period, so that each alarm asks once however early it comes. */
const TICKER_PERIOD_MS = 10_000;
const ACCOUNT_RATIO_PERIOD_MS = 5 * MINUTE_MS;
const DEPTH_PERIOD_MS = MINUTE_MS - 5_000;
const GOLD_PERIOD_MS = DAY_MS / 4;

/** With the waits of a glitch the next question after this many refusals comes a quarter of an hour after the first. */
const REFUSALS_OF_A_JUMP = 5;

/** A bar that closed longer ago says little about the price now. */
const OLDEST_CLOSE_MS = DAY_MS / 2;

/** A venue that has told no price for this long is not there to compare with. */
const OTHERS_AGE_MS = 5 * MINUTE_MS;

/**
 * Asks one venue for everything of one market that is due: the price first, and nothing else while that fails;
 * then bars, open interest, ratios and the order book side by side, then the burn-in; public positions when nothing
 * else is left to ask for. Daily candles, of the coin and of gold, are asked of one venue only.
 * @param preferred the venues that are asked, in the order of preference
 * @returns whether only the deadline ended it
 */
export async function collectVenue(
  base: Omit<VenueScope, 'instrument'>,
  preferred: readonly VenueId[],
): Promise<boolean> {
  const listed = await collectInstruments(base);
  const instrument = listed && instrumentOf(base.market, listed);
  if (instrument === null) return false;
  const scope: VenueScope = { ...base, instrument };
  const { venue, ports, market } = scope;
  const outcome = await collectOnce(scope, 'ticker', TICKER_PERIOD_MS, () => askForTicker(scope));
  if (outcome !== 'answered') return outcome === 'soon';
  const lanes: Promise<unknown>[] = [collectSeries(scope, 'candles'), collectSeries(scope, 'open-interest')];
  const isFirstForDays = (isLate: boolean): Promise<boolean> =>
    isDailySource(ports, market, venue.id, preferred, isLate);
  if (await isFirstForDays(false)) lanes.push(collectDays(scope));
  lanes.push(collectOnce(scope, 'depth', DEPTH_PERIOD_MS, () => askForBook(scope)));
  const { accountRatio, tiers } = venue;
  if (accountRatio !== null) {
    const ask = (): Promise<Asked<Update>> =>
      askFor(scope, accountRatio(instrument), (ratio) => ({ kind: 'account-ratio', ratio }));
    lanes.push(collectOnce(scope, 'account-ratio', ACCOUNT_RATIO_PERIOD_MS, ask));
  }
  if (tiers !== null) {
    const ask = (): Promise<Asked<Update>> =>
      askFor(scope, tiers(instrument), (table) => ({ kind: 'tiers', tiers: table }));
    lanes.push(collectOnce(scope, 'tiers', DAY_MS, ask));
  }
  const isMore = await Promise.all(lanes);
  const isMoreHours = await collectSeries(scope, 'burn-in');
  const isMoreDays = (await isFirstForDays(true)) && (await collectDays(scope));
  if (isMoreHours || isMoreDays || isMore.includes(true)) return true;
  await collectPositions(scope);
  return false;
}

/** Daily candles of the coin, and now and then those of gold, to compare it with. */
async function collectDays(scope: VenueScope): Promise<boolean> {
  const { ports, venue, market } = scope;
  const isMore = await collectSeries(scope, 'daily');
  if (!isComparedWithGold(market)) return isMore;
  const gold = await ports.database.get('sources', sourceKey(GOLD_MARKET, venue.id, 'daily'));
  if (!isDue(gold ?? UNASKED, GOLD_PERIOD_MS, ports.clock.nowMs())) return isMore;
  const instrument = await storedInstrument(ports, GOLD_MARKET, venue.id);
  if (instrument === null) return isMore;
  const goldScope = { ...scope, market: GOLD_MARKET, instrument };
  return (await collectSeries(goldScope, 'daily')) || isMore;
}

async function storedInstrument(ports: Ports, market: string, venue: VenueId): Promise<Instrument | null> {
  const listed = await storedInstruments(ports.database, venue);
  return listed === null ? null : instrumentOf(market, listed);
}

async function askForTicker(scope: VenueScope): Promise<Asked<Update>> {
  const { gate, venue, instrument, deadlineMs, ports, market } = scope;
  const parts = await Promise.all(venue.ticker(instrument).map((call) => gate.ask(venue, call, deadlineMs)));
  const answers = [];
  for (const part of parts) {
    if (part.kind !== 'answer') return part;
    answers.push(part.value);
  }
  const ticker = mergeTickers(answers);
  if (ticker === null) throw new GlitchError('an answer without a mark price');
  await checkAgainstKnown(scope, ticker);
  const rows = openInterestSample(ticker);
  const key = [market, venue.id, 'open-interest-now'] as const;
  const { changes } = await mergeIntoChunks(ports, key, rows, BAR_INTERVAL_S);
  return { kind: 'answer', value: { data: { kind: 'ticker', ticker }, changes } };
}

/**
 * The price of a venue that answers alone is compared with its own last bar: an answer may be about another coin without
 * saying so. A jump from it is believed once it has been told for a while. What several venues tell is stored as told and
 * compared where it is read.
 * @throws GlitchError
 */
async function checkAgainstKnown({ ports, venue, market }: VenueScope, ticker: Ticker): Promise<void> {
  const { database, clock } = ports;
  checkTicker(ticker, clock.nowMs());
  if (!(await isAlone(ports, market, venue.id))) return;
  const last = await lastClose(database, market, venue.id, clock.nowMs(), OLDEST_CLOSE_MS);
  if (last === null || !isFarOff(ticker.markPrice, last)) return;
  const record = await database.get('sources', sourceKey(market, venue.id, 'ticker'));
  const refusals = record?.failure?.code === 'glitch' ? record.failure.count : 0;
  if (refusals >= REFUSALS_OF_A_JUMP) return;
  throw new GlitchError(`price ${ticker.markPrice} is far from its own last bar ${last}`);
}

/** The book, thinned to what a cascade reads of it, and its depth near the price as the hour's sample. */
async function askForBook({
  gate,
  venue,
  instrument,
  deadlineMs,
  ports,
  market,
}: VenueScope): Promise<Asked<Update>> {
  const asked = await gate.ask(venue, venue.depth(instrument), deadlineMs);
  if (asked.kind !== 'answer') return asked;
  const book = thinBook(asked.value);
  const ticker = await ports.database.get('sources', sourceKey(market, venue.id, 'ticker'));
  if (ticker?.data?.kind === 'ticker') checkBook(book, ticker.data.ticker.markPrice);
  const depthUsd = nearDepthUsd(book);
  const openTimeS = Math.floor(book.atMs / 1000 / DEPTH_INTERVAL_S) * DEPTH_INTERVAL_S;
  const rows = depthUsd === null ? [] : [{ openTimeS, values: { depthUsd } }];
  const { changes } = await mergeIntoChunks(ports, [market, venue.id, 'depth'], rows, DEPTH_INTERVAL_S);
  return { kind: 'answer', value: { data: { kind: 'depth', book }, changes } };
}

/** The last value seen in a bar stands for its close where the venue keeps no history. */
const openInterestSample = ({ atMs, openInterestBase }: Ticker) =>
  openInterestBase === null
    ? []
    : [
        {
          openTimeS: Math.floor(atMs / 1000 / BAR_INTERVAL_S) * BAR_INTERVAL_S,
          values: { openInterestBase },
        },
      ];

/** Whether no other venue has told the price lately. */
async function isAlone(ports: Ports, market: string, venue: VenueId): Promise<boolean> {
  const nowMs = ports.clock.nowMs();
  const rows = await ports.database.list('sources', [market]);
  return !rows.some(
    ({ key, value: { data, okAtMs } }) =>
      key[1] !== venue && data?.kind === 'ticker' && okAtMs !== null && nowMs - okAtMs < OTHERS_AGE_MS,
  );
}
