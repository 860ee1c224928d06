/** Websockets and a timer, as the listener needs them; real ones live in `core/io`, tests bring their own. */
export interface SocketPort {
  /** Opens a line; exactly one of `onClosed` follows, also where it never opened. Nothing is told after `close`. */
  readonly open: (url: string, told: SocketListener) => Socket;
  /** Calls `work` every `ms` while the worker lives; the answer ends it. */
  readonly every: (ms: number, work: () => void) => () => void;
}

/** What is told of a line; frames of bytes are not. */
export interface SocketListener {
  readonly onOpen: () => void;
  readonly onText: (text: string) => void;
  readonly onClosed: () => void;
}

/** What is sent before the line is open, or after it closed, is dropped. */
export interface Socket {
  readonly send: (text: string) => void;
  readonly close: () => void;
}
