import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';

import { JANUARY_2026 } from '../scenarios/january-2026.ts';
import { largestEachSecond } from './bitget/stream.ts';
import { type RunningExchange, startExchange } from '../start-exchange.ts';

let exchange: RunningExchange;
beforeAll(async () => {
  const scenario = { ...JANUARY_2026, coins: JANUARY_2026.coins.slice(1, 2) };
  exchange = await startExchange({ clock: () => Date.UTC(2026, 0, 12, 12), scenario });
}, 60_000);
afterAll(() => exchange.close(), 60_000);

/** Frames of `host` until one matches, with the price driven through the longs below it meanwhile. */
function listen(host: string, path: string, messages: readonly string[], pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`wss://127.0.0.1:${exchange.port}${path}`, {
      headers: { host },
      rejectUnauthorized: false,
    });
    const { market } = exchange;
    const fall = (): void => {
      market.drive('ETH', market.priceOf('ETH') * 0.96, 4);
      market.advance(1800);
    };
    // On a busy machine the price may have fallen before the subscription is read: it falls again until it is told.
    const falling = setInterval(fall, 2000);
    socket.on('close', () => clearInterval(falling));
    socket.on('error', reject);
    socket.on('open', () => {
      for (const message of messages) socket.send(message);
      setTimeout(fall, 50);
    });
    socket.on('message', (data: Buffer) => {
      if (pattern.test(data.toString())) {
        socket.terminate();
        resolve(data.toString());
      }
    });
  });
}

test.each([
  [
    'fstream.binance.com',
    '/market/ws/!forceOrder@arr',
    [],
    /"forceOrder".*"s":"ETHUSDT","S":"SELL".*"ap":.*"st":1/,
  ],
  [
    'stream.bybit.com',
    '/v5/public/linear',
    ['{"op":"subscribe","args":["allLiquidation.ETHUSDT"]}'],
    /"topic":"allLiquidation\.ETHUSDT".*"S":"Buy"/,
  ],
  [
    'ws.okx.com',
    '/ws/v5/public',
    ['{"op":"subscribe","args":[{"channel":"liquidation-orders","instType":"SWAP"}]}'],
    /"data":\[\{"details":\[\{"bkLoss":"0".*"posSide":"long","side":"sell"/,
  ],
  [
    'ws.bitget.com',
    '/v3/ws/public',
    ['{"op":"subscribe","args":[{"instType":"usdt-futures","topic":"liquidation"}]}'],
    /"action":"update".*"symbol":"ETHUSDT","side":"buy"/,
  ],
  [
    'fx-ws.gateio.ws',
    '/v4/ws/usdt',
    ['{"time":1,"channel":"futures.public_liquidates","event":"subscribe","payload":["ETH_USDT"]}'],
    /"event":"update".*"size":\d+.*"contract":"ETH_USDT"/,
  ],
])('%s reports the longs that die when the price falls', async (host, path, messages, pattern) => {
  expect(await listen(host, path, messages, pattern)).toMatch(pattern);
});

test.each([
  [
    'fstream.binance.com',
    '/market/ws/ethusdt@markPrice@1s',
    [],
    /"markPriceUpdate","E":\d+,"s":"ETHUSDT","p":"\d/,
  ],
  [
    'stream.bybit.com',
    '/v5/public/linear',
    ['{"op":"subscribe","args":["tickers.ETHUSDT"]}'],
    /"topic":"tickers\.ETHUSDT","type":"delta","data":\{"symbol":"ETHUSDT","markPrice":"\d/,
  ],
  [
    'ws.okx.com',
    '/ws/v5/public',
    ['{"op":"subscribe","args":[{"channel":"mark-price","instId":"ETH-USDT-SWAP"}]}'],
    /"data":\[\{"instId":"ETH-USDT-SWAP","instType":"SWAP","markPx":"\d/,
  ],
])('%s tells the mark price again and again', async (host, path, messages, pattern) => {
  expect(await listen(host, path, messages, pattern)).toMatch(pattern);
});

test('Bitget shows the largest order of each side of a contract within a second', () => {
  const close = (atS: number, side: 'long' | 'short', sizeBase: number) =>
    ({ atS, side, sizeBase, firedPrice: 100, venue: 3 }) as const;
  const closes = [
    close(10.1, 'long', 2),
    close(10.5, 'short', 1),
    close(10.9, 'long', 3),
    close(11, 'long', 1),
  ];

  expect(largestEachSecond(closes).map(({ sizeBase }) => sizeBase)).toEqual([3, 1, 1]);
});

test('Binance stays silent on its old path, though it accepts the subscription', async () => {
  const frame = await listen(
    'fstream.binance.com',
    '/ws',
    ['{"method":"SUBSCRIBE","params":["!forceOrder@arr"],"id":3}'],
    /./,
  );
  expect(JSON.parse(frame)).toEqual({ result: null, id: 3 });
});
