/** What a test reaches in the world of the overlay. */
export interface Injected {
  /** Stores items, as the worker would, and tells who watches them. */
  readonly store: (items: Readonly<Record<string, unknown>>) => void;
  /** Sends a message of the worker or the popup to the overlay. */
  readonly send: (message: unknown) => void;
}

/**
 * Gives the overlay's world an extension without a worker: storage that the test keeps at `storageUrl`, a market that is
 * what the page says, and no other answer. Runs in the page, so it names nothing from outside itself.
 */
export function stubExtension(storageUrl: string): void {
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
  const answer = async (message: Message) => {
    if (message.kind === 'change-place') {
      const key = `place:${message.site}`;
      const value = { ...(items[key] as object | undefined), ...message.change };
      store({ [key]: value });
      await fetch(storageUrl, { method: 'POST', body: JSON.stringify({ [key]: value }) });
      return { ok: true, value };
    }
    return { ok: true, value: message.kind === 'watch' ? { market: message.market } : null };
  };
  const local = { get, onChanged: changed.event };
  Object.assign(globalThis, {
    browser: {
      runtime: {
        id: 'plimsoll',
        getURL: (path: string) => `${location.origin}/plimsoll${path}`,
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
      send: (message: unknown) => {
        for (const listener of messages.all) listener(message, {}, () => {});
      },
    } satisfies Injected,
  });
}
