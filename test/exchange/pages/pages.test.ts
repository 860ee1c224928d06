import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { JANUARY_2026 } from '../scenarios/january-2026.ts';
import { ask } from '../server/ask.ts';
import { type RunningExchange, startExchange } from '../start-exchange.ts';

let exchange: RunningExchange;
beforeAll(async () => {
  const scenario = { ...JANUARY_2026, coins: JANUARY_2026.coins.slice(2, 3) };
  exchange = await startExchange({ clock: () => Date.UTC(2026, 0, 12, 12), scenario });
}, 60_000);
afterAll(() => exchange.close());

describe('a trading page', () => {
  test.each([
    'https://www.binance.com/en/futures/SOLUSDT',
    'https://www.bybit.com/trade/usdt/SOLUSDT',
    'https://www.okx.com/trade-swap/sol-usdt-swap',
    'https://app.hyperliquid.xyz/trade/SOL',
  ])('%s has the strictest policy and nothing inline', async (url) => {
    const page = await ask(exchange.port, url);
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toBe(
      "default-src 'self'; require-trusted-types-for 'script'; style-src 'self'; frame-src 'self' blob: https://www.okx.com",
    );
    expect(page.text).not.toMatch(/<style|style="|onclick=|<script(?![^>]*src=)/);
  });

  test('is dark, and light when it is asked to be', async () => {
    const dark = await ask(exchange.port, 'https://www.bybit.com/trade/usdt/SOLUSDT');
    const light = await ask(exchange.port, 'https://www.bybit.com/trade/usdt/SOLUSDT?theme=light');
    expect(dark.text).toContain('data-theme="dark"');
    expect(light.text).toContain('data-theme="light"');
  });

  test('gets scripts without types, styles and data from its own host', async () => {
    const script = await ask(exchange.port, 'https://www.okx.com/exchange-assets/main.ts');
    const style = await ask(exchange.port, 'https://www.okx.com/exchange-assets/page.css');
    const data = await ask(
      exchange.port,
      'https://www.okx.com/exchange-data?symbol=SOL-USDT-SWAP&interval=15m',
    );
    expect(script.headers['content-type']).toContain('text/javascript');
    expect(script.text).toContain('createChart');
    expect(script.text).not.toMatch(/import type|: void|: string/);
    expect(style.headers['content-type']).toContain('text/css');
    expect(data.json()).toMatchObject({ symbol: 'SOL-USDT-SWAP', digits: 3 });
  });

  test('groups its order book as exchanges do: bids under the lower end of their group, asks under the upper', async () => {
    const data = await ask(
      exchange.port,
      'https://www.okx.com/exchange-data?symbol=SOL-USDT-SWAP&interval=15m&rows=8&ticks=1000',
    );
    const { price, bids, asks } = data.json() as {
      price: number;
      bids: [number, number][];
      asks: [number, number][];
    };

    // A tick of SOL is a thousandth, so a group is one dollar.
    const below = Math.floor(price);
    expect(bids.map(([level]) => level)).toEqual(Array.from({ length: 8 }, (_, index) => below - index));
    expect(asks.map(([level]) => level)).toEqual(Array.from({ length: 8 }, (_, index) => below + 1 + index));
  });

  test('of a market that is not listed is a 404, and of an unknown host too', async () => {
    expect((await ask(exchange.port, 'https://www.binance.com/en/futures/NOPEUSDT')).status).toBe(404);
    expect((await ask(exchange.port, 'https://example.org/')).status).toBe(404);
  });

  test('is logged by host, path and status', async () => {
    await ask(exchange.port, 'https://www.bybit.com/trade/usdt/SOLUSDT');
    await ask(exchange.port, 'https://example.org/');
    expect(exchange.requests.hosts).toContain('example.org');
    expect(exchange.requests.to('www.bybit.com', '/trade/')[0]).toMatchObject({ method: 'GET', status: 200 });
  });
});
