import {
  CALENDAR_CONTEXT,
  type ContextSource,
  FLOW_CONTEXT,
  HOLDINGS_CONTEXT,
  volatilityContext,
} from '../context/sources.ts';
import type { VenueId } from '../market/venue-id.ts';
import type { Instrument } from '../market/instrument.ts';
import { instrumentOf } from '../market/instrument-of.ts';
import { recordSpending, waitForBudgetMs } from '../sources/request-budget.ts';
import type { Spending } from '../ledger/tables/budgets.ts';
import type { Venue, VenueCall, SocketStream } from '../venues/venue.ts';
import type { TimeRange } from '../market/time-range.ts';
import { atChosenHost, type ChosenHosts } from '../venues/regional-hosts.ts';
import { type AnswerFields, fieldsOfAnswer, watchFields } from './answer-fields.ts';
import { everyCall } from './every-call.ts';
import { hearStream } from './hear-stream.ts';
import type { LiveEffects } from './live-effects.ts';
import { summaryOf } from './summary.ts';

/** What came of one question. */
export interface LiveAnswer {
  readonly venue: VenueId | 'context';
  readonly what: string;
  readonly url: string;
  /** How long it took. */
  readonly tookMs: number;
  /** What the extension makes of it; null where it failed. */
  readonly parsed: string | null;
  readonly error: string | null;
  /** Of JSON: the answer's fields, those that the parser looked for in vain, and those that it passed over. */
  readonly fields: AnswerFields;
  readonly missing: readonly string[];
  readonly unread: readonly string[];
}

type Told = Pick<LiveAnswer, 'parsed' | 'fields' | 'missing' | 'unread'>;

const NOTHING: Told = { parsed: null, fields: {}, missing: [], unread: [] };

/** Every venue lists it. */
const MARKET = 'BTCUSDT';

/** Rows that are asked for of a series: enough to see its form, few enough to weigh little. */
const ROWS = 12;

/** Answers of one list, at most. */
const MOST_PAGES = 10;

/** Time that a stream is given to answer. */
const LISTEN_MS = 10_000;

const withoutFields = (parsed: string): Told => ({ ...NOTHING, parsed });

async function take(
  question: Pick<LiveAnswer, 'venue' | 'what' | 'url'>,
  { nowMs }: LiveEffects,
  ask: () => Promise<Told>,
): Promise<LiveAnswer> {
  const startMs = nowMs();
  try {
    const told = await ask();
    return { ...question, ...told, tookMs: nowMs() - startMs, error: null };
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { ...question, ...NOTHING, tookMs: nowMs() - startMs, error: reason };
  }
}

/**
 * Asks a venue for everything once, one request after the other and within its budgets; listens to its stream beside.
 * @param chosen the hosts to ask in place of the main ones
 */
export async function askVenue(
  venue: Venue,
  chosen: ChosenHosts,
  effects: LiveEffects,
): Promise<readonly LiveAnswer[]> {
  const { http, nowMs } = effects;
  const pay = createPurse(venue, effects);
  let instruments: readonly Instrument[] = [];
  const ask = async (
    what: string,
    call: VenueCall<unknown>,
    pagesLeft = MOST_PAGES,
  ): Promise<readonly LiveAnswer[]> => {
    await pay(call);
    const request = { ...call.request, url: atChosenHost(call.request.url, venue.id, chosen) };
    let next: VenueCall<unknown> | null = null;
    const answer = await take({ venue: venue.id, what, url: request.url }, effects, async () => {
      const json = await http.fetchJson(request);
      const watched = watchFields(json);
      const value = call.parse(watched.json, nowMs());
      if (what === 'instruments') instruments = [...instruments, ...(value as readonly Instrument[])];
      if (pagesLeft > 1) next = call.next?.(json) ?? null;
      const [missing, unread] = [watched.missing(), watched.unread()];
      return { parsed: summaryOf(value), fields: fieldsOfAnswer(json), missing, unread };
    });
    return next === null ? [answer] : [answer, ...(await ask(what, next, pagesLeft - 1))];
  };
  const list = await ask('instruments', venue.instruments());
  const instrument = instrumentOf(MARKET, instruments);
  if (instrument === null) {
    return list.map((answer) => ({
      ...answer,
      error: `${answer.error ?? `${MARKET} is not in the list`}; nothing else was asked`,
    }));
  }
  const heard = listen(venue, chosen, instrument, effects);
  const answers = [...list];
  const untilS = Math.floor(nowMs() / 1000);
  const rangeOf = (intervalS: number): TimeRange => ({ fromS: untilS - ROWS * intervalS, untilS });
  for (const { kind, call } of everyCall(venue, instrument, rangeOf).slice(1))
    answers.push(...(await ask(kind, call)));
  return [...answers, ...(await scanLeaderboard(venue, effects)), ...(await heard)];
}

/** The answers of the venue's streams; none where it has no stream. */
async function listen(
  venue: Venue,
  chosen: ChosenHosts,
  instrument: Instrument,
  effects: LiveEffects,
): Promise<readonly LiveAnswer[]> {
  const { nowMs } = effects;
  const orders = venue.forcedOrderStream?.([instrument]);
  const mark = venue.markPriceStream?.(instrument);
  const hear = (what: string, stream: SocketStream, name: string, countIn: (frame: string) => number) => {
    const url = atChosenHost(stream.url, venue.id, chosen);
    return take({ venue: venue.id, what, url }, effects, async () =>
      withoutFields(await hearStream({ ...stream, url }, { name, countIn }, effects, LISTEN_MS)),
    );
  };
  return Promise.all([
    ...(orders === undefined
      ? []
      : [
          hear(
            'forcedOrderStream',
            orders,
            'forced orders',
            (frame) => orders.parse(frame, [instrument], nowMs()).length,
          ),
        ]),
    ...(mark === undefined
      ? []
      : [hear('markPriceStream', mark, 'prices', (frame) => (mark.parse(frame, nowMs()) === null ? 0 : 1))]),
  ]);
}

/** The answer of the venue's list of accounts; none where it has no such list. */
async function scanLeaderboard(venue: Venue, effects: LiveEffects): Promise<readonly LiveAnswer[]> {
  if (venue.publicPositions === null) return [];
  const { url, scan } = venue.publicPositions.leaderboard;
  const answer = await take({ venue: venue.id, what: 'leaderboard', url }, effects, async () => {
    const { push, traders } = scan(10);
    await effects.http.scanText(url, push);
    if (traders().length === 0) throw new RangeError('no account was found in the list');
    return withoutFields(`${traders().length} largest accounts`);
  });
  return [answer];
}

/** Asks every source of context once. */
export async function askContext(effects: LiveEffects): Promise<readonly LiveAnswer[]> {
  const sources: readonly ContextSource<unknown>[] = [
    ...FLOW_CONTEXT,
    CALENDAR_CONTEXT,
    volatilityContext('BTC'),
    volatilityContext('ETH'),
    HOLDINGS_CONTEXT,
  ];
  return Promise.all(
    sources.map((source) => {
      const url = source.url(effects.nowMs());
      return take({ venue: 'context', what: source.id, url }, effects, async () =>
        withoutFields(summaryOf(source.parse(await effects.http.fetchText(url), effects.nowMs()))),
      );
    }),
  );
}

/** Waits until a venue's budget has room for a call, and books it. */
function createPurse(
  { id, budgets }: Venue,
  { nowMs, sleep }: LiveEffects,
): (call: VenueCall<unknown>) => Promise<void> {
  const spent = new Map<string, readonly Spending[]>();
  return async ({ request: { budget: name, weight } }) => {
    const budget = budgets.find((known) => known.id === name);
    if (budget === undefined) throw new RangeError(`${id} has no budget ${name}`);
    const before = spent.get(name) ?? [];
    await sleep(waitForBudgetMs(before, budget, weight, nowMs()));
    spent.set(name, recordSpending(before, budget, weight, nowMs()));
  };
}
