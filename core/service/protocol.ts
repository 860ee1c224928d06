import * as v from 'valibot';

import { isOwnWarning } from '../alerts/rules/list.ts';
import { account, type AccountsChange, type WatchedAccount } from '../ledger/accounts/accounts.ts';
import { bell, type BellsChange } from '../ledger/bells.ts';
import { type DismissedChange, warningId } from '../ledger/dismissed-warnings.ts';
import { place, type PlaceChange } from '../ledger/place.ts';
import { type PositionsChange, position } from '../ledger/positions.ts';
import { page } from '../ledger/page-market.ts';
import type { PanelPlace } from '../ledger/place.ts';
import type { UserItem } from '../ledger/ports.ts';
import { dropShown, keepShown, type ShownTables, tableReading } from '../ledger/shown-tables.ts';
import type { Channels, ChannelsChange } from '../ledger/messengers.ts';
import { UNASKED_LISTENING } from '../ledger/settings/listening.ts';
import { ASIDE_QUANTITIES } from '../ledger/tables/aside.ts';
import { mapChoices } from '../ledger/settings/map-choices.ts';
import { type Settings, settings, type SettingsChange } from '../ledger/settings/settings.ts';
import { isMarketId, marketId } from '../market/asset.ts';
import type { Bell } from '../market/bell.ts';
import { StorageError } from '../market/errors.ts';
import type { Figures } from '../market/figures.ts';
import { notNegative, positive } from '../market/number-schemas.ts';
import type { PageMarket } from '../market/page-market.ts';
import { quote } from '../market/quote.ts';
import { TONES } from '../market/tone.ts';
import { MOST_POSITIONS } from '../market/position-format.ts';
import type { SavedPosition } from '../market/position.ts';
import { type Refusal, type RefusalCode, RefusedError } from '../market/refusal.ts';
import { VENUE_IDS } from '../market/venue-id.ts';
import { MESSENGER_IDS } from '../messengers/registry.ts';
import { allowOwnFigures, newChannel, writtenAddress } from './change-messengers.ts';
import { mapHistoryFields } from './map-history.ts';
import type { WatchService } from './watch-service.ts';
import { HOUR_MS, LATEST_S } from '../market/time.ts';

/** What answers need of the world. */
export interface Household {
  readonly service: WatchService;
  /** Starts polling a market, without waiting for it. */
  readonly poll: (market: string) => void;
  /** The venues' time. */
  readonly nowMs: () => number;
  readonly settings: UserItem<Settings, SettingsChange>;
  /** Has what is due polled, without waiting for it. */
  readonly pollDue: () => void;
  readonly positions: UserItem<readonly SavedPosition[], PositionsChange>;
  readonly accounts: UserItem<readonly WatchedAccount[], AccountsChange>;
  readonly shownTables: UserItem<ShownTables, ShownTables>;
  readonly bells: UserItem<readonly Bell[], BellsChange>;
  readonly messengers: UserItem<Channels, ChannelsChange>;
  readonly dismissedWarnings: UserItem<readonly string[], DismissedChange>;
  /** @throws for a site that has no panel */
  readonly placeOn: (site: string) => UserItem<Partial<PanelPlace>, PlaceChange>;
  /** What a page may be told: a table of messages and its language. */
  readonly words: { readonly language: string; readonly messages: object };
  /** Opens a page of the extension in a tab. */
  readonly openPage: (path: string) => Promise<void>;
  readonly openPopup: () => Promise<void>;
}

/**
 * Name of the open page that asks, the site that it belongs to by the browser's word (null for no site's), and whether it is
 * the extension's own.
 */
type Asker = readonly [page: string, site: string | null, isOwn: boolean];

/** What a view may ask of the background, and what it is answered. Nothing in a message is an address to fetch. */
interface Question<Fields, Answer> {
  /** False: the extension's own pages alone may ask; a page around the panel could be hostile. */
  readonly isForPages: boolean;
  readonly schema: v.GenericSchema<unknown, Fields>;
  readonly answer: (fields: Fields, household: Household, ...from: Asker) => Promise<Answer>;
}

const fromPage = <Entries extends v.ObjectEntries, Answer>(
  entries: Entries,
  answer: Question<v.InferOutput<v.ObjectSchema<Entries, undefined>>, Answer>['answer'],
) => ({ isForPages: true, schema: v.object(entries), answer });

const fromOwn = <Entries extends v.ObjectEntries, Answer>(
  entries: Entries,
  answer: Question<v.InferOutput<v.ObjectSchema<Entries, undefined>>, Answer>['answer'],
) => ({ isForPages: false, schema: v.object(entries), answer });

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const market = v.pipe(v.string(), v.check(isMarketId));

/** Markets that a view asks for by name, at most. */
const MOST_AT_ONCE = 100;
const messenger = v.picklist(MESSENGER_IDS);

const epochS = v.pipe(v.number(), v.minValue(0), v.maxValue(LATEST_S));

/**
 * What a watched page shows, as its venue lists it; absent while the venue has still to say, or where the page has asked
 * too often. `isListed`: false for what no venue lists, which is not watched.
 */
interface Watched {
  readonly market?: PageMarket;
  readonly isListed?: boolean;
}

const PROTOCOL = {
  /**
   * A lease: sent on every change of market and every 30 s while the page is open, it lapses after 90 s. A page that has
   * just been opened (`isOpening`) is told what is due at once, also of a market that others show.
   */
  watch: fromPage(
    { market: page, isOpening: v.exactOptional(v.boolean()) },
    async ({ market: shown, isOpening }, { service, poll }, from): Promise<Watched> => {
      const watched = await service.watchPage(from, shown);
      if (watched === null) return {};
      if (watched.isNew || (isOpening === true && watched.isListed)) poll(marketId(watched.market));
      return watched.isProvisional ? {} : { market: watched.market, isListed: watched.isListed };
    },
  ),

  refresh: fromPage({ market }, async ({ market: id }, { service, poll }) => {
    if ((await service.watched()).includes(id)) poll(id);
  }),

  /** The table of messages: a page that carried it itself would load it in each tab, and in one language. */
  words: fromPage({}, async (_nothing, { words }) => words),

  /** The map's past, a window of it; null where there is too much of it for one message, or too much was asked. */
  'map-history': fromPage(mapHistoryFields, (asked, { service }, from) => service.mapHistory(from, asked)),

  /** The levels of a market as each daily close of the last month had left them; null where the page has asked too often. */
  'past-levels': fromPage({ market }, ({ market: id }, { service }, from) => service.pastLevels(from, id)),

  /** The forced orders that were heard of a market in a time, epoch seconds. */
  'forced-orders': fromPage(
    { market, fromS: epochS, untilS: epochS },
    ({ market: id, ...span }, { service }) => service.heardOrders(id, span),
  ),

  /** The lines of the user's positions on the page's chart; by the browser's word, not the page's, whose venue it belongs to. */
  'own-lines': fromPage(
    { market, instrument: name, quote: v.nullable(quote) },
    ({ market: id, instrument, quote: told }, { service }, _from, site) =>
      service.ownLines(site, { market: id, instrument, quote: told }),
  ),

  'change-place': fromPage(
    { site: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,32}$/)), change: place.schema },
    ({ site, change }, { placeOn }) => placeOn(site).change(() => change),
  ),

  /** How the map is looked at; the only settings that the panel may change itself. */
  'change-map-choices': fromPage({ change: mapChoices.schema }, async ({ change }, household) => {
    const after = await household.settings.change(() => ({ mapChoices: change }));
    return after.mapChoices;
  }),

  /**
   * Takes a warning off the panel's list for good; with a time, no notification comes for so long. A page that got hold of
   * what the browser keeps apart from it could send this in its user's name: it takes no warning of the user's own off, which
   * rest in the page alone (`resting` of the panel's state), and lets others rest for an hour at most.
   */
  'dismiss-warning': fromPage(
    { id: warningId, snoozeMs: v.nullable(v.pipe(positive, v.maxValue(24 * HOUR_MS))) },
    async ({ id, snoozeMs }, household, _page, _site, isOwn) => {
      if (!isOwn && (isOwnWarning(id) || (snoozeMs ?? 0) > HOUR_MS)) throw new RefusedError('not-asked');
      if (snoozeMs !== null) {
        const snoozedUntilMs = household.nowMs() + snoozeMs;
        await household.settings.change(() => ({ alerts: { snoozedUntilMs } }));
      }
      return household.dismissedWarnings.change(() => id);
    },
  ),

  /**
   * Answers the question whom to listen to with the venues of open pages alone. A page may take this answer from its
   * visitor by a trick, so it never takes back one that was given.
   */
  'listen-to-own-pages': fromPage({}, async (_nothing, household) => {
    const { listening } = await household.settings.change((current) =>
      current.listening.isAnswered ? null : { listening: { ...UNASKED_LISTENING, isAnswered: true } },
    );
    return listening;
  }),

  /** What the page's own table shows, where the user wants that site's to be read; a page speaks for its own site alone. */
  'show-table': fromPage({ reading: tableReading }, async ({ reading }, household, from, site) => {
    const { settings: chosen, shownTables, nowMs } = household;
    const wanted: readonly string[] = (await chosen.getValue()).pageTables;
    const isOwn =
      reading.kind === 'doubt' || reading.positions.every(({ market: { venue } }) => venue === site);
    if (site === null || !wanted.includes(site) || !isOwn) throw new RefusedError('not-asked');
    await shownTables.change((tables) => keepShown(tables, from, { site, reading }, nowMs()));
  }),

  /** Opens the popup, or its page in a tab where the browser cannot; the panel's way to the permission button. */
  'open-popup': fromPage({}, (_nothing, { openPopup }) => openPopup()),

  'open-options': fromPage({ section: v.picklist(['listening', 'venues']) }, ({ section }, { openPage }) =>
    openPage(`options.html#${section}`),
  ),

  /** Opens the track record of a market. */
  'open-record': fromPage({ market }, ({ market: id }, { openPage }) => openPage(`record.html?market=${id}`)),

  /** A venue that is asked at another host from now on is asked at once. */
  'change-settings': fromOwn({ change: settings.schema }, async ({ change }, household) => {
    const { service, poll } = household;
    let before: Settings | null = null;
    const after = await household.settings.change((current) => {
      before = current;
      return change;
    });
    const moved = VENUE_IDS.filter((venue) => after.hosts[venue] !== before?.hosts[venue]);
    for (const venue of moved) await service.askAnew(venue);
    if (moved.length > 0) (await service.watched()).forEach(poll);
    const off = VENUE_IDS.filter(
      (site) => before?.pageTables.includes(site) && !after.pageTables.includes(site),
    );
    if (off.length > 0)
      await household.shownTables.change((tables) =>
        dropShown(tables, ({ site }) => off.some((one) => one === site)),
      );
    return after;
  }),

  /** The contract by which a market is traded, at the venue that the user chose where that lists it; null where none does. */
  'contract-of': fromOwn({ market }, ({ market: id }, { service }) => service.contractOf(id)),

  /**
   * All markets at a glance, or those of a list; null where it is what the view holds. Whoever asks looks at
   * them: what is due is asked for.
   */
  'look-around': fromOwn(
    {
      /** When the one that the view holds was made, epoch milliseconds; 0 for none. */
      held: notNegative,
      markets: v.nullable(v.pipe(v.array(market), v.maxLength(MOST_AT_ONCE), v.readonly())),
    },
    async (asked, { service, pollDue }) => {
      const glance = await service.lookAround(asked);
      pollDue();
      return glance;
    },
  ),

  /** What a venue told in a time was not true: it is asked for again, and counts no more. */
  'take-back': fromOwn(
    {
      venue: v.picklist(VENUE_IDS),
      fromMs: positive,
      untilMs: positive,
      quantity: v.exactOptional(v.picklist(ASIDE_QUANTITIES)),
    },
    async ({ venue, fromMs, untilMs, ...what }, { service, poll }) => {
      if (!(fromMs < untilMs)) throw new RefusedError('unreadable', { path: 'untilMs' });
      await service.takeBack({ venue, fromMs, untilMs, ...what });
      (await service.watched()).forEach(poll);
    },
  ),

  /** A position that is new, or takes the place of the one of its id. */
  'put-position': fromOwn({ position }, ({ position: put }, { positions }) =>
    positions.change(() => ({ put: [put] })),
  ),

  'remove-position': fromOwn({ id: name }, ({ id }, { positions }) =>
    positions.change(() => ({ remove: [id] })),
  ),

  /** An account that the user wants to see from now on, or calls by another name; it is asked for at once. */
  'put-account': fromOwn({ account }, async ({ account: put }, { accounts, pollDue }) => {
    const after = await accounts.change(() => ({ put: [put] }));
    pollDue();
    return after;
  }),

  /** Somebody has opened a view of the accounts. */
  'ask-accounts': fromOwn({}, async (_nothing, { service, pollDue }) => {
    if (await service.askAccounts()) pollDue();
  }),

  /** Forgets an account and all that came of it: what was warned of goes first, so that one that is gone has left nothing. */
  'remove-account': fromOwn(
    { id: name },
    async ({ id }, { service, accounts, dismissedWarnings: dismissed }) => {
      await service.forgetAccount(id);
      const after = await accounts.change(() => ({ remove: [id] }));
      await service.forgetAccount(id);
      await dismissed.change(() => ({ forget: `${id}:` }));
      return after;
    },
  ),

  /** A bell that is new, or takes the place of the one of its id; its market is watched from now on. */
  'put-bell': fromOwn({ bell }, async ({ bell: put }, { bells, pollDue }) => {
    const after = await bells.change(() => ({ put: [put] }));
    pollDue();
    return after;
  }),

  'remove-bell': fromOwn({ id: name }, ({ id }, { bells }) => bells.change(() => ({ remove: [id] }))),

  /** An address of the user's own takes the place of what was there. No answer tells a secret. */
  'put-messenger': fromOwn({ written: writtenAddress }, async ({ written }, { messengers }) => {
    await messengers.change(() => newChannel(written));
  }),

  'own-figures': fromOwn(
    { messenger, wanted: v.boolean() },
    async ({ messenger: id, wanted }, { messengers }) => {
      await messengers.change((channels) => allowOwnFigures(channels, id, wanted));
    },
  ),

  'remove-messenger': fromOwn({ messenger }, async ({ messenger: id }, { messengers }) => {
    await messengers.change(() => ({ [id]: null }));
  }),

  /** Sends a test; one that does not arrive is refused. */
  'try-messenger': fromOwn({ messenger }, ({ messenger: id }, { service }) => service.tryMessenger(id)),

  'try-tone': fromOwn({ tone: v.picklist(TONES) }, ({ tone }, { service }) => service.tryTone(tone)),

  'import-positions': fromOwn(
    { positions: v.pipe(v.array(position), v.maxLength(MOST_POSITIONS), v.readonly()) },
    ({ positions: put }, { positions }) => positions.change(() => ({ put })),
  ),
};

type Protocol = typeof PROTOCOL;
export type Kind = keyof Protocol;
export type MessageOf<K extends Kind> = { readonly kind: K } & v.InferOutput<Protocol[K]['schema']>;
export type AnswerTo<K extends Kind> = Awaited<ReturnType<Protocol[K]['answer']>>;

/** A refusal is no answer. */
export type Reply<Answer> =
  | { readonly ok: true; readonly value: Answer }
  | { readonly ok: false; readonly refusal: Refusal };

/** Who asks: the extension's own page, or the panel in a page of that name. */
export interface Sender {
  readonly isOwn: boolean;
  readonly page: string;
  /** The site that the page belongs to by the browser's word; absent or null for no site's. */
  readonly site?: string | null;
}

/** Does what a message asks for, if its sender may ask it; the answer is there once all of it is stored. */
export async function answerMessage(
  value: unknown,
  { isOwn, page: from, site = null }: Sender,
  household: Household,
): Promise<Reply<unknown>> {
  const kind = (value as { readonly kind?: unknown } | null)?.kind;
  const question = Object.entries(PROTOCOL).find(([one]) => one === kind)?.[1] as
    | Question<unknown, unknown>
    | undefined;
  if (question === undefined || !(isOwn || question.isForPages)) return refuse('not-asked');
  const read = v.safeParse(question.schema, value);
  if (!read.success) {
    const [issue] = read.issues;
    return refuse('unreadable', { path: v.getDotPath(issue) ?? String(kind) });
  }
  try {
    return { ok: true, value: (await question.answer(read.output, household, from, site, isOwn)) ?? null };
  } catch (error) {
    return { ok: false, refusal: refusalOf(error) };
  }
}

const refuse = (code: RefusalCode, figures: Figures = {}): Reply<never> => ({
  ok: false,
  refusal: { code, figures },
});

function refusalOf(error: unknown): Refusal {
  if (error instanceof RefusedError) return error.refusal;
  if (!(error instanceof StorageError)) return { code: 'failed', figures: {} };
  return { code: error.isFull ? 'no-room' : 'not-stored', figures: {} };
}
