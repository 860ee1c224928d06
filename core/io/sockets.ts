import { WEBSOCKET_ORIGINS } from '../venues/origins.ts';
import { REGIONAL_WEBSOCKET_ORIGINS } from '../venues/regional-hosts.ts';
import type { SocketPort } from '../market/socket-port.ts';

/** The browser's websockets, to the venues' hosts only. */
export const createSockets = (Socket: typeof WebSocket = WebSocket): SocketPort => ({
  open: (url, told) => {
    if (
      ![...WEBSOCKET_ORIGINS, ...REGIONAL_WEBSOCKET_ORIGINS].some((origin) => url.startsWith(`${origin}/`))
    ) {
      throw new RangeError(`${url} is not a venue's`);
    }
    const socket = new Socket(url);
    socket.addEventListener('open', told.onOpen);
    socket.addEventListener('message', ({ data }) => {
      if (typeof data === 'string') told.onText(data);
    });
    socket.addEventListener('close', told.onClosed);
    return {
      send: (text) => {
        if (socket.readyState === Socket.OPEN) socket.send(text);
      },
      close: () => socket.close(),
    };
  },
  every: (ms, work) => {
    const timer = setInterval(work, ms);
    return () => clearInterval(timer);
  },
});
