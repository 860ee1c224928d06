/** What a test reaches in the world of the overlay. */
export interface Injected {
  /** Stores items, as the worker would, and tells who watches them. */
  readonly store: (items: Readonly<Record<string, unknown>>) => void;
  /** What was told of the page's own table, in order. */
  readonly tables: readonly unknown[];
  /** What was asked to be taken off the list of warnings, in order. */
  readonly dismissed: readonly unknown[];
  /** Sends a message of the worker or the popup to the overlay. */
  readonly send: (message: unknown) => void;
}

/** What is stored under `past:MARKET` for the map's past: dollars that stood between two prices, epoch seconds. */
export interface StubPast {
  readonly price: number;
  readonly bands: readonly {
    readonly low: number;
    readonly high: number;
    readonly fromS: number;
    readonly untilS: number;
  }[];
}

/**
 * Gives the overlay's world an extension without a worker: its files at `filesUrl`, storage that the test keeps beside them,
 * a market that is what the page says, the map's past, the forced orders (`orders:MARKET`) and the user's own lines
 * (`positions`, as the worker would tell them; `positions-of-table` from when it was told of a table) as the test describes them, and no other answer. Runs in the page, so it names nothing from outside itself.
 */
export function stubExtension(filesUrl: string): void {
  const storageUrl = `${filesUrl}/storage`;
  type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;
  interface Message {
    readonly kind: string;
    readonly market?: unknown;
    readonly site?: string;
    readonly change?: object;
  }
  const listeners = <Listener>() => {
    const all = new Set<Listener>();
    const event = {
      addListener: (listener: Listener) => void all.add(listener),
      removeListener: (listener: Listener) => void all.delete(listener),
    };
    return { all, event };
  };
  const changed = listeners<(changes: Changes, area: string) => void>();
  const messages = listeners<(message: unknown, sender: unknown, reply: () => void) => void>();
  const items: Record<string, unknown> = {};
  const tables: unknown[] = [];
  const dismissed: unknown[] = [];
  const loaded = fetch(storageUrl).then(async (response) => Object.assign(items, await response.json()));
  const store = (values: Readonly<Record<string, unknown>>) => {
    const changes: Changes = {};
    for (const [key, newValue] of Object.entries(values)) {
      changes[key] = { oldValue: items[key], newValue };
      items[key] = newValue;
    }
    for (const listener of changed.all) listener(structuredClone(changes), 'local');
  };
  const get = async (asked: string | readonly string[] | null) => {
    await loaded;
    const keys = asked === null ? Object.keys(items) : [asked].flat();
    const found = keys.filter((key) => key in items).map((key) => [key, items[key]] as const);
    return structuredClone(Object.fromEntries(found));
  };
  const pastOf = (asked: {
    readonly market: string;
    readonly fromS: number;
    readonly columnS: number;
    readonly columns: number;
    readonly firstBin: number;
    readonly bins: number;
  }) => {
    const past = items[`past:${asked.market}`] as StubPast | undefined;
    if (past === undefined) return null;
    const logStep = 0.001;
    let cells = '';
    const price: (number | null)[] = [];
    for (let column = 0; column < asked.columns; column += 1) {
      const atS = asked.fromS + column * asked.columnS;
      price.push(atS * 1000 <= Date.now() ? past.price : null);
      for (let bin = 0; bin < asked.bins; bin += 1) {
        const middle = Math.exp((asked.firstBin + bin + 0.5) * logStep);
        const isIn = past.bands.some(
          ({ low, high, fromS, untilS }) => middle >= low && middle < high && atS >= fromS && atS < untilS,
        );
        cells += String.fromCharCode(isIn ? 200 : 0);
      }
    }
    const totals = price.map(() => 0);
    const given = { ...asked, logStep, cells: btoa(cells), price };
    return { ...given, totalLongUsd: totals, totalShortUsd: totals };
  };
  const ordersOf = (asked: { readonly market: string; readonly fromS: number; readonly untilS: number }) => {
    const heard = items[`orders:${asked.market}`] as
      | { readonly orders: readonly { readonly atMs: number }[] }
      | undefined;
    if (heard === undefined) return null;
    const isAsked = ({ atMs }: { readonly atMs: number }) =>
      atMs >= asked.fromS * 1000 && atMs < asked.untilS * 1000;
    return { ...heard, orders: heard.orders.filter(isAsked) };
  };
  const answer = async (message: Message) => {
    if (message.kind === 'change-place') {
      const key = `place:${message.site}`;
      const value = { ...(items[key] as object | undefined), ...message.change };
      store({ [key]: value });
      await fetch(storageUrl, { method: 'POST', body: JSON.stringify({ [key]: value }) });
      return { ok: true, value };
    }
    if (message.kind === 'words') {
      await loaded;
      return { ok: true, value: items['words'] };
    }
    if (message.kind === 'dismiss-warning') {
      const { id, snoozeMs } = message as { readonly id?: string; readonly snoozeMs?: number | null };
      dismissed.push([id, snoozeMs]);
      return { ok: true, value: [id] };
    }
    if (message.kind === 'show-table') {
      tables.push((message as { readonly reading?: unknown }).reading);
      items['positions'] ??= items['positions-of-table'];
    }
    if (message.kind === 'own-lines') return { ok: true, value: items['positions'] ?? [] };
    if (message.kind === 'forced-orders') return { ok: true, value: ordersOf(message as never) };
    if (message.kind === 'map-history') return { ok: true, value: pastOf(message as never) };
    return { ok: true, value: message.kind === 'watch' ? { market: message.market } : null };
  };
  const local = { get, onChanged: changed.event };
  Object.assign(globalThis, {
    browser: {
      runtime: {
        id: 'plimsoll',
        getURL: (path: string) => new URL(filesUrl + path, location.href).href,
        sendMessage: answer,
        onMessage: messages.event,
        // A line by which nothing is ever told.
        connect: () => ({
          onMessage: listeners().event,
          onDisconnect: listeners().event,
          postMessage: () => {},
          disconnect: () => {},
        }),
      },
      storage: { local, session: local, onChanged: changed.event },
    },
    injected: {
      store,
      tables,
      dismissed,
      send: (message: unknown) => {
        for (const listener of messages.all) listener(message, {}, () => {});
      },
    } satisfies Injected,
  });
}
