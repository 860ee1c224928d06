import type { WarningReport } from '../market/market-report.ts';
import type { HttpRequest } from '../market/http-request.ts';
import type { Tone } from '../market/tone.ts';
import type { SocketPort } from '../market/socket-port.ts';
import type { MessengerId } from '../messengers/registry.ts';
import type { Channel } from './messengers.ts';
import type { StoragePort } from './storage-port.ts';
import type { StoreName, Stores } from './tables/list.ts';

/** Everything the watch service needs of the world; real ones live in `core/io`, tests bring their own. */
export interface Ports {
  readonly http: HttpPort;
  readonly clock: ClockPort;
  readonly database: DatabasePort;
  readonly storage: StoragePort;
  readonly notifications: NotificationPort;
  readonly sound: SoundPort;
  readonly messages: MessagePort;
  readonly sockets: SocketPort;
}

export interface NotificationPort {
  /** Shows a system notification where the user allows it; a second one of the same warning takes its place. */
  readonly show: (warning: WarningReport) => Promise<void>;
  /** Takes one off the screen that is there still. @param id of the warning */
  readonly withdraw: (id: string) => Promise<void>;
}

export interface MessagePort {
  /**
   * Has a messenger show a warning, with a number by which one that comes twice is seen to be the same.
   * @throws what `fetchJson` throws
   */
  readonly send: (to: MessengerId, channel: Channel, message: SentWarning) => Promise<void>;
}

/** What is sent of a warning; null for a test. */
export type SentWarning = { readonly market: string; readonly warning: WarningReport } | null;

export interface SoundPort {
  /** Plays a tone; one that is still heard ends. @param volume 0 to 1 */
  readonly play: (tone: Tone, volume: number) => Promise<void>;
}

export interface HttpPort {
  /**
   * Decoded JSON of a successful answer, or the text of its form.
   * @throws NetworkError, TimeoutError, HttpError, RateLimitedError, RegionError, BlockedError, SchemaError (not JSON, no
   *   zip file), PermissionError
   */
  readonly fetchJson: (request: HttpRequest) => Promise<unknown>;
  /**
   * Text of a successful answer to a GET of `url`.
   * @throws what `fetchJson` throws
   */
  readonly fetchText: (url: string) => Promise<string>;
  /**
   * Hands the text of a long answer to `onText` part by part.
   * @throws what `fetchText` throws
   */
  readonly scanText: (url: string, onText: (part: string) => void) => Promise<void>;
}

export interface ClockPort {
  /** The venues' time, epoch milliseconds: the device's, corrected by what their answers say of it. */
  readonly nowMs: () => number;
  /**
   * The device's own time, right or wrong: for what is only compared with itself, and must neither end nor last when a
   * correction comes.
   */
  readonly deviceMs: () => number;
  /** IANA name of the time zone that the device is in now. */
  readonly timeZone: () => string;
  readonly sleep: (ms: number) => Promise<void>;
  /** Lets other work have the thread where this has had it for long; called between pieces of a few milliseconds. */
  readonly giveWay: () => Promise<void>;
  /** Does `work` in `ms`, unless what it returns is called before. */
  readonly later: (ms: number, work: () => void) => () => void;
}

export type DatabaseKey = readonly (string | number)[];

/** One row to write, or to remove where `value` is null. */
export type DatabaseChange = {
  readonly [S in StoreName]: {
    readonly store: S;
    readonly key: DatabaseKey;
    readonly value: Stores[S] | null;
  };
}[StoreName];

/** Where rows are kept now. */
interface DatabaseState {
  /** Changes whenever the rows are no more those of before: made anew, or kept elsewhere. */
  readonly generation: number;
  /** False while the browser opens no database and rows live in memory only. */
  readonly isLasting: boolean;
}

/** A row that was met and cannot be read. */
export interface UnreadableRow {
  readonly store: StoreName;
  readonly key: DatabaseKey;
}

/** Rows that outlive the worker. A row that cannot be read as what it should be counts as absent. */
export interface DatabasePort {
  readonly get: <S extends StoreName>(store: S, key: DatabaseKey) => Promise<Stores[S] | null>;
  /** Rows whose key starts with `prefix`, ascending by key. */
  readonly list: <S extends StoreName>(
    store: S,
    prefix: DatabaseKey,
  ) => Promise<readonly { readonly key: DatabaseKey; readonly value: Stores[S] }[]>;
  /** Keys that start with `prefix`, ascending. */
  readonly keys: (store: StoreName, prefix: DatabaseKey) => Promise<readonly DatabaseKey[]>;
  /**
   * All of `changes` or none.
   * @throws StorageError, also when the quota is exceeded
   */
  readonly commit: (changes: readonly DatabaseChange[]) => Promise<void>;
  readonly state: () => DatabaseState;
  /** Rows that were met and cannot be read, until they are removed. */
  readonly unreadable: () => readonly UnreadableRow[];
}
