import type { Instrument } from '../market/instrument.ts';
import { NetworkError } from '../market/errors.ts';
import { isRefusal } from '../sources/streams/connection.ts';
import type { ForcedOrderStream } from '../venues/venue.ts';
import type { LiveEffects } from './live-effects.ts';

/**
 * Listens to a stream until it has told a forced order, or `forMs` have passed.
 * @returns what was heard, in a few words
 * @throws NetworkError where the line does not open, breaks, refuses the subscription, or leaves a heartbeat without an answer
 * @throws SchemaError for a frame that cannot be read
 */
export function hearStream(
  stream: ForcedOrderStream,
  instruments: readonly Instrument[],
  { sockets, nowMs, sleep }: LiveEffects,
  forMs: number,
): Promise<string> {
  const { host } = new URL(stream.url);
  return new Promise((resolve, reject) => {
    let frames = 0;
    let orders = 0;
    let isOpen = false;
    const fail = (error: unknown): void => {
      reject(error instanceof Error ? error : new Error(String(error)));
      socket.close();
    };
    const end = (): void => {
      if (!isOpen) return fail(new NetworkError(`${host} did not open a line`));
      if (frames === 0 && stream.heartbeat !== null)
        return fail(new NetworkError(`${host} does not answer on the line`));
      resolve(`open, ${frames} frames, ${orders} forced orders`);
      socket.close();
    };
    const socket = sockets.open(stream.url, {
      onOpen: () => {
        isOpen = true;
        for (const text of stream.subscribe) socket.send(text);
        if (stream.heartbeat !== null) socket.send(stream.heartbeat.text);
      },
      onText: (text) => {
        frames += 1;
        if (isRefusal(text)) return fail(new NetworkError(`${host} says no: ${text.slice(0, 120)}`));
        try {
          orders += stream.parse(text, instruments, nowMs()).length;
        } catch (error) {
          return fail(error);
        }
        if (orders > 0) end();
      },
      onClosed: () => fail(new NetworkError(`${host} closed the line`)),
    });
    void sleep(forMs).then(end);
  });
}
