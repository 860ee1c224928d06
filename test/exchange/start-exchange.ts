import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { CONTEXT_HOSTS } from './context/context-hosts.ts';
import { Faults } from './faults/faults.ts';
import { Market } from './market/market.ts';
import type { Scenario } from './market/scenario.ts';
import { Inbox } from './messengers/inbox.ts';
import { messengerHosts } from './messengers/messenger-hosts.ts';
import { JANUARY_2026 } from './scenarios/january-2026.ts';
import { createCertificate } from './server/certificate.ts';
import type { Exchange } from './server/exchange.ts';
import { RequestLog } from './server/request-log.ts';
import { answerRequest } from './server/route.ts';
import { attachWebsockets } from './server/websockets.ts';
import { createVenues, STREAMS } from './venues/all-venues.ts';

export interface ExchangeOptions {
  /** Default 1. */
  readonly seed?: number;
  readonly scenario?: Scenario;
  /**
   * Epoch milliseconds; the machine's clock by default, a constant freezes the market. An exchange whose clock is 90 s ahead
   * is to a browser on this machine what a right one is to a device that is 90 s slow.
   */
  readonly clock?: () => number;
  /** By which hosts date their answers; the market's time by default. A market that stands still needs one that goes on. */
  readonly hostClock?: () => number;
  /** Epoch milliseconds at which the scenario ends: now by default. Markets that end together have one history. */
  readonly endsAtMs?: number;
  /** From one question of a trading page for its figures to the next, unless its address has a `period`; a second by default. */
  readonly pagePeriodMs?: number;
  /** Default: any free port. */
  readonly port?: number;
}

export interface RunningExchange extends Exchange {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Grows the market and serves every venue on one port of this machine, by host name. */
export async function startExchange(options: ExchangeOptions = {}): Promise<RunningExchange> {
  const { scenario = JANUARY_2026, seed = 1, clock = Date.now, endsAtMs } = options;
  const market = new Market(scenario, seed, clock, endsAtMs);
  const inbox = new Inbox();
  const exchange: Exchange = {
    inbox,
    market,
    pagePeriodMs: options.pagePeriodMs ?? 1000,
    hostClock: options.hostClock ?? (() => market.nowMs()),
    faults: new Faults(),
    requests: new RequestLog(),
    venues: [...createVenues(), ...CONTEXT_HOSTS, ...messengerHosts(inbox)],
  };
  const server = createServer(await createCertificate(), (request, response) => {
    void answerRequest(exchange, request, response);
  });
  const closeSockets = attachWebsockets(server, exchange, STREAMS);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    ...exchange,
    port: (server.address() as AddressInfo).port,
    close: async () => {
      closeSockets();
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
