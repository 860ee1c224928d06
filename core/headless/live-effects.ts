import type { SocketPort } from '../watch/forced-orders/socket-port.ts';
import type { HttpPort } from '../watch/ports.ts';

/** What asking the venues once needs of the world. */
export interface LiveEffects {
  readonly http: HttpPort;
  readonly sockets: SocketPort;
  readonly nowMs: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}
