import { NetworkError } from '../market/errors.ts';
import { isRefusal } from '../sources/streams/connection.ts';
import type { SocketStream } from '../venues/venue.ts';
import type { LiveEffects } from './live-effects.ts';

/** What a stream is listened to for. */
interface Wanted {
  /** In the plural. */
  readonly name: string;
  /** How many of them a frame tells. @throws SchemaError */
  readonly countIn: (frame: string) => number;
}

/**
 * Listens to a stream until it has told what is wanted, or `forMs` have passed.
 * @returns what was heard, in a few words
 * @throws NetworkError where the line does not open, breaks, refuses the subscription, or leaves a heartbeat without an answer
 * @throws SchemaError for a frame that cannot be read
 */
export function hearStream(
  stream: SocketStream,
  { name, countIn }: Wanted,
  { sockets, sleep }: Pick<LiveEffects, 'sockets' | 'sleep'>,
  forMs: number,
): Promise<string> {
  const { host } = new URL(stream.url);
  return new Promise((resolve, reject) => {
    let frames = 0;
    let told = 0;
    let isOpen = false;
    const fail = (error: unknown): void => {
      reject(error instanceof Error ? error : new Error(String(error)));
      socket.close();
    };
    const end = (): void => {
      if (!isOpen) return fail(new NetworkError(`${host} did not open a line`));
      if (frames === 0 && stream.heartbeat !== null)
        return fail(new NetworkError(`${host} does not answer on the line`));
      resolve(`open, ${frames} frames, ${told} ${name}`);
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
          told += countIn(text);
        } catch (error) {
          return fail(error);
        }
        if (told > 0) end();
      },
      onClosed: () => fail(new NetworkError(`${host} closed the line`)),
    });
    void sleep(forMs).then(end);
  });
}
