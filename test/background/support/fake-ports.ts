import * as v from 'valibot';

import { marketReport } from '../../../core/market/market-report.ts';
import { createMemoryDatabase } from '../../../core/ledger/memory-database.ts';
import { PermissionError } from '../../../core/market/errors.ts';
import { createVenueClock, type VenueClock } from '../../../core/io/venue-clock.ts';
import { accountPositions } from '../../../core/ledger/accounts/account-positions.ts';
import { accounts, type WatchedAccount } from '../../../core/ledger/accounts/accounts.ts';
import type { ClockOffset } from '../../../core/ledger/clock-offset.ts';
import type { MarketReport } from '../../../core/market/market-report.ts';
import type { SavedPosition } from '../../../core/market/position.ts';
import type { HttpRequest } from '../../../core/market/http-request.ts';
import { bells } from '../../../core/ledger/bells.ts';
import type { Bell } from '../../../core/market/bell.ts';
import { type Channels, messengers } from '../../../core/ledger/messengers.ts';
import type { MessengerId } from '../../../core/messengers/registry.ts';
import type { Leases } from '../../../core/ledger/leases.ts';
import type { DatabasePort, Ports, SentWarning } from '../../../core/ledger/ports.ts';
import { type Settings, settings } from '../../../core/ledger/settings/settings.ts';
import { readRow } from '../../../core/ledger/tables/list.ts';
import type { StoredTiers } from '../../../core/ledger/tiers.ts';
import { createFakeSockets } from './fake-sockets.ts';
import { storable } from '../../../core/io/storable.ts';

/** What outlives a worker. */
export interface World {
  /** The venues' time. */
  nowMs: number;
  /** How far the device's clock is ahead of it. */
  deviceAheadMs: number;
  /** How far the clock of a host is ahead of it, by which it dates its answers. */
  hostAheadMs: (host: string) => number;
  /** What a worker stored of the device's clock. */
  clock: ClockOffset;
  readonly rows: Map<string, unknown>;
  readonly reports: Map<string, MarketReport>;
  readonly tiers: Map<string, StoredTiers>;
  leases: Leases;
  settings: Settings;
  /** What the user typed in. */
  positions: readonly SavedPosition[];
  accounts: readonly WatchedAccount[];
  readonly requests: { readonly url: string; readonly atMs: number; readonly body: string | null }[];
  /** Answers a request; throws what a real port would. */
  answer: (request: HttpRequest) => unknown;
  /** Answers a source of context; throws what a real port would. */
  answerText: (url: string) => string;
  /** Ids of the notifications that were shown. */
  readonly shown: string[];
  /** Tones that were played. */
  readonly heard: string[];
  messengers: Channels;
  bells: readonly Bell[];
  /** What arrived at messengers. */
  readonly sent: { readonly to: MessengerId; readonly message: SentWarning }[];
  /** Takes a message; throws what a real port would. */
  take: (to: MessengerId) => void;
  /** The device's time zone. */
  timeZone: string;
}

export const createWorld = (nowMs: number): World => ({
  nowMs,
  deviceAheadMs: 0,
  hostAheadMs: () => 0,
  clock: { offsetMs: 0 },
  rows: new Map(),
  reports: new Map(),
  tiers: new Map(),
  leases: {},
  settings: { ...settings.fallback, venues: ['binance', 'bybit'] },
  positions: [],
  accounts: [],
  requests: [],
  answer: () => 'ok',
  answerText: (url) => {
    throw new PermissionError(`no permission to read ${url}`);
  },
  shown: [],
  heard: [],
  messengers: messengers.fallback,
  bells: [],
  sent: [],
  take: () => {},
  timeZone: 'UTC',
});

const createClock = (world: World): VenueClock =>
  createVenueClock({
    deviceMs: () => world.nowMs + world.deviceAheadMs,
    elapsedMs: () => world.nowMs,
    stored: {
      getValue: async () => world.clock,
      setValue: async (value) => {
        world.clock = value;
      },
    },
  });

/** A database that takes no row which the next worker could not read. */
function createLastingDatabase(rows: Map<string, unknown>): DatabasePort {
  const database = createMemoryDatabase(rows);
  return {
    ...database,
    state: () => ({ generation: 0, isLasting: true }),
    commit: async (changes) => {
      for (const { store, key, value } of changes)
        if (value !== null && readRow(store, value) === null)
          throw new TypeError(`${[store, ...key].join(' ')} could not be read again`);
      await database.commit(changes);
    },
  };
}

/** Ports of one worker on `world`. */
export function createPorts(world: World): Ports {
  const clock = createClock(world);
  return {
    clock: {
      nowMs: clock.nowMs,
      deviceMs: clock.deviceMs,
      timeZone: () => world.timeZone,
      sleep: async (ms) => {
        world.nowMs += ms;
      },
      giveWay: async () => {},
      // This world's time passes by being slept through; nothing of it comes by itself.
      later: () => () => {},
    },
    http: {
      fetchJson: async (request) => {
        world.requests.push({ url: request.url, atMs: world.nowMs, body: request.body });
        const { host } = new URL(request.url);
        clock.hear({
          host,
          deviceMs: clock.deviceMs(),
          roundTripMs: 0,
          serverMs: Math.floor((world.nowMs + world.hostAheadMs(host)) / 1000) * 1000,
          withinMs: 1000,
        });
        return world.answer(request);
      },
      fetchText: async (url) => {
        const text = world.answerText(url);
        world.requests.push({ url, atMs: world.nowMs, body: null });
        return text;
      },
      scanText: async (url, onText) => {
        const text = world.answerText(url);
        world.requests.push({ url, atMs: world.nowMs, body: null });
        for (let at = 0; at < text.length; at += 1000) onText(text.slice(at, at + 1000));
      },
    },
    database: createLastingDatabase(world.rows),
    sockets: createFakeSockets(),
    notifications: {
      show: async ({ id }) => {
        world.shown.push(id);
      },
      withdraw: async (id) => {
        world.shown.splice(0, world.shown.length, ...world.shown.filter((other) => other !== id));
      },
    },
    sound: {
      play: async (tone, volume) => {
        world.heard.push(`${tone} ${volume}`);
      },
    },
    messages: {
      send: async (to, _channel, message) => {
        world.take(to);
        world.sent.push({ to, message });
      },
    },
    storage: {
      readReport: async (market) => world.reports.get(market) ?? null,
      writeReport: async (report) => {
        v.assert(marketReport, report);
        world.reports.set(report.market, structuredClone(storable(report)));
      },
      readTiers: async (market) => world.tiers.get(market) ?? {},
      writeTiers: async (market, tiers) => {
        world.tiers.set(market, storable(tiers));
      },
      readSettings: async () => world.settings,
      readPositions: async () => [...world.positions, ...accountPositions(world.accounts)],
      readAccounts: async () => world.accounts,
      tellAccount: async (id, told) => {
        world.accounts = accounts.restore(
          accounts.change(world.accounts, { told: { id, told: storable(told) } }),
        );
      },
      readBells: async () => world.bells,
      tellBells: async (rang) => {
        world.bells = bells.restore(bells.change(world.bells, { rang: storable(rang) }));
      },
      readMessengers: async () => world.messengers,
      tellMessenger: async (id, outcome) => {
        const known = world.messengers[id];
        if (known === null) return;
        const stored = messengers.change(world.messengers, { [id]: { ...known, ...storable(outcome) } });
        world.messengers = messengers.restore(stored);
      },
      readLeases: async () => world.leases,
      writeLeases: async (leases) => {
        world.leases = leases;
      },
      forgetMarket: async (market) => {
        world.reports.delete(market);
        world.tiers.delete(market);
      },
    },
  };
}

export interface Mortal {
  readonly ports: Ports;
  readonly death: Promise<void>;
  /** Effects asked for so far. */
  readonly calls: () => number;
}

/** `ports` of a worker that dies at its `fatalCall`-th effect, before or after that happens; from then on nothing answers. */
export function mortal(
  { clock, http, database, storage, notifications, sound, messages, sockets }: Ports,
  fatalCall: number,
  isBefore: boolean,
): Mortal {
  let calls = 0;
  let die = (): void => {};
  const death = new Promise<void>((resolve) => {
    die = resolve;
  });
  const forever = new Promise<never>(() => {});
  const pass = async <R>(effect: () => Promise<R>): Promise<R> => {
    calls += 1;
    const call = calls;
    if (call < fatalCall) {
      const result = await effect();
      return calls >= fatalCall ? forever : result;
    }
    if (call === fatalCall) {
      if (!isBefore) await effect().catch(() => null);
      die();
    }
    return forever;
  };
  return {
    death,
    calls: () => calls,
    ports: {
      clock: {
        ...clock,
        sleep: (ms) => pass(() => clock.sleep(ms)),
        giveWay: () => pass(() => clock.giveWay()),
      },
      http: {
        fetchJson: (request) => pass(() => http.fetchJson(request)),
        fetchText: (url) => pass(() => http.fetchText(url)),
        scanText: (url, onText) => pass(() => http.scanText(url, onText)),
      },
      sockets,
      notifications: {
        show: (warning) => pass(() => notifications.show(warning)),
        withdraw: (id) => pass(() => notifications.withdraw(id)),
      },
      sound: { play: (tone, volume) => pass(() => sound.play(tone, volume)) },
      messages: { send: (to, channel, message) => pass(() => messages.send(to, channel, message)) },
      database: {
        state: database.state,
        unreadable: database.unreadable,
        get: (store, key) => pass(() => database.get(store, key)),
        list: (store, prefix) => pass(() => database.list(store, prefix)),
        keys: (store, prefix) => pass(() => database.keys(store, prefix)),
        commit: (changes) => pass(() => database.commit(changes)),
      },
      storage: {
        readReport: (market) => pass(() => storage.readReport(market)),
        writeReport: (report) => pass(() => storage.writeReport(report)),
        readTiers: (market) => pass(() => storage.readTiers(market)),
        writeTiers: (market, tiers) => pass(() => storage.writeTiers(market, tiers)),
        readSettings: () => pass(() => storage.readSettings()),
        readPositions: () => pass(() => storage.readPositions()),
        readAccounts: () => pass(() => storage.readAccounts()),
        tellAccount: (id, told) => pass(() => storage.tellAccount(id, told)),
        readBells: () => pass(() => storage.readBells()),
        tellBells: (rang) => pass(() => storage.tellBells(rang)),
        readMessengers: () => pass(() => storage.readMessengers()),
        tellMessenger: (id, outcome) => pass(() => storage.tellMessenger(id, outcome)),
        readLeases: () => pass(() => storage.readLeases()),
        writeLeases: (leases) => pass(() => storage.writeLeases(leases)),
        forgetMarket: (market) => pass(() => storage.forgetMarket(market)),
      },
    },
  };
}
