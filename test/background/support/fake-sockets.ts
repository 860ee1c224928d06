import type { Socket, SocketListener, SocketPort } from '../../../core/market/socket-port.ts';

/** One line that was opened. */
interface FakeSocket {
  readonly url: string;
  readonly sent: string[];
  readonly told: SocketListener;
  isClosed: boolean;
}

export interface FakeSockets extends SocketPort {
  readonly lines: FakeSocket[];
  /** Lines that are open now. */
  readonly openLines: () => readonly FakeSocket[];
  /** Lets every timer fire once. */
  readonly tick: () => void;
}

/** Sockets that open and speak when a test says so. */
export function createFakeSockets(): FakeSockets {
  const lines: FakeSocket[] = [];
  const timers = new Set<() => void>();
  return {
    lines,
    openLines: () => lines.filter((line) => !line.isClosed),
    tick: () => timers.forEach((work) => work()),
    open: (url, told): Socket => {
      const line: FakeSocket = { url, told, sent: [], isClosed: false };
      lines.push(line);
      return {
        send: (text) => line.sent.push(text),
        close: () => {
          line.isClosed = true;
        },
      };
    },
    every: (_ms, work) => {
      timers.add(work);
      return () => timers.delete(work);
    },
  };
}
