import type { ForcedOrderStream } from '../../venues/venue.ts';
import type { ClockPort } from '../../ledger/ports.ts';
import { waitAfterMs, type Waits } from '../wait-after.ts';
import type { Socket, SocketPort } from '../../market/socket-port.ts';
import { MINUTE_MS } from '../../market/time.ts';

/** One venue's line, opened again whenever it breaks. */
export interface Connection {
  /** Sends what is due, gives up a silent line, tries again; called every few seconds and by each alarm. */
  readonly tick: () => void;
  readonly close: () => void;
}

/** Which line, and who is told what comes. */
export interface ConnectionOptions {
  readonly sockets: SocketPort;
  readonly clock: Pick<ClockPort, 'nowMs' | 'deviceMs'>;
  readonly stream: Pick<ForcedOrderStream, 'url' | 'subscribe' | 'heartbeat'>;
  /** A frame came; nothing was missed since `sinceMs`, when the line opened or the frame before came. */
  readonly onFrame: (text: string, sinceMs: number) => void;
}

const WAITS: Waits = { firstMs: 1_000, longestMs: MINUTE_MS };
/** A venue that says no is not asked again in a loop. */
const REFUSED_WAIT_MS = 600_000;
/** A line that has been open for this long was a good one. */
const STEADY_MS = 30_000;
/** A line with heartbeats answers each; one without carries the orders of all coins and is seldom still. */
const SILENT_HEARTBEATS = 2.5;
const SILENT_MS = 180_000;
const OPENING_MS = 15_000;

/** Whether a frame is a venue's no to what was subscribed to. */
export const isRefusal = (frame: string): boolean => /"success":\s*false|"event":\s*"error"/.test(frame);

/** Times are the device's. */
interface Line {
  readonly socket: Socket;
  readonly startedMs: number;
  openedMs: number | null;
  lastFrameMs: number;
  lastHeartbeatMs: number;
}

/** Opens nothing before the first `tick`. */
export function createConnection({ sockets, clock, stream, onFrame }: ConnectionOptions): Connection {
  const { heartbeat } = stream;
  const silentMs = heartbeat === null ? SILENT_MS : SILENT_HEARTBEATS * heartbeat.everyMs;
  let line: Line | null = null;
  let isWanted = true;
  let failures = 0;
  let nextTryMs = -Infinity;

  const drop = (waitMs: number | null): void => {
    const dropped = line;
    line = null;
    if (dropped === null) return;
    const deviceMs = clock.deviceMs();
    const isSteady = dropped.openedMs !== null && deviceMs - dropped.openedMs > STEADY_MS;
    failures = isSteady ? 0 : failures + 1;
    nextTryMs = deviceMs + (waitMs ?? waitAfterMs(WAITS, Math.max(1, failures), stream.url));
    dropped.socket.close();
  };

  const open = (): void => {
    const deviceMs = clock.deviceMs();
    // What an earlier line still tells belongs to nobody.
    const isCurrent = (): boolean => line === opened;
    const socket = sockets.open(stream.url, {
      onOpen: () => {
        if (!isCurrent()) return;
        opened.openedMs = clock.deviceMs();
        opened.lastFrameMs = opened.openedMs;
        opened.lastHeartbeatMs = opened.openedMs;
        for (const text of stream.subscribe) socket.send(text);
      },
      onText: (text) => {
        if (!isCurrent()) return;
        if (isRefusal(text)) return drop(REFUSED_WAIT_MS);
        const deviceMs = clock.deviceMs();
        const stillMs = deviceMs - opened.lastFrameMs;
        opened.lastFrameMs = deviceMs;
        // A longer silence is a device that slept or whose clock was set: of that time nothing is known.
        onFrame(text, clock.nowMs() - (stillMs >= 0 && stillMs <= silentMs ? stillMs : 0));
      },
      onClosed: () => {
        if (isCurrent()) drop(null);
      },
    });
    const opened: Line = {
      socket,
      startedMs: deviceMs,
      openedMs: null,
      lastFrameMs: deviceMs,
      lastHeartbeatMs: deviceMs,
    };
    line = opened;
  };

  const tick = (): void => {
    const deviceMs = clock.deviceMs();
    if (line !== null) {
      const isDead =
        line.openedMs === null
          ? deviceMs - line.startedMs > OPENING_MS
          : deviceMs - line.lastFrameMs > silentMs;
      if (isDead) drop(0);
    }
    if (line === null) {
      if (isWanted && deviceMs >= nextTryMs) open();
      return;
    }
    if (
      heartbeat !== null &&
      line.openedMs !== null &&
      deviceMs - line.lastHeartbeatMs >= heartbeat.everyMs
    ) {
      line.lastHeartbeatMs = deviceMs;
      line.socket.send(heartbeat.text);
    }
  };

  return {
    tick,
    close: () => {
      isWanted = false;
      drop(0);
    },
  };
}
