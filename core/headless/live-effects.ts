import type { SocketPort } from '../market/socket-port.ts';
import type { HttpPort } from '../ledger/ports.ts';

/** What asking the venues once needs of the world. */
export interface LiveEffects {
  readonly http: HttpPort;
  readonly sockets: SocketPort;
  readonly nowMs: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}
