import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { JANUARY_2026 } from '../scenarios/january-2026.ts';
import { ask } from '../server/ask.ts';
import { type RunningExchange, startExchange } from '../start-exchange.ts';
import { distort } from './distort.ts';

const NOON = Date.UTC(2026, 0, 12, 12);
const MARK = 'https://fapi.binance.com/fapi/v1/premiumIndex?symbol=BTCUSDT';

let exchange: RunningExchange;
beforeAll(async () => {
  const scenario = { ...JANUARY_2026, coins: JANUARY_2026.coins.slice(1, 3) };
  exchange = await startExchange({ clock: () => NOON, scenario });
}, 60_000);
afterEach(() => {
  exchange.faults.clear();
  exchange.requests.clear();
});
afterAll(() => exchange.close());

const mark = (host = MARK) => ask(exchange.port, host.replace('BTCUSDT', 'ETHUSDT'));

test("every host dates its answers by the market's clock", async () => {
  const answer = await mark();

  expect(answer.headers['date']).toBe('Mon, 12 Jan 2026 12:00:00 GMT');
});

describe('a fault', () => {
  test.each([
    [{ kind: 'refuse', status: 403 }, 403],
    [{ kind: 'refuse', status: 451 }, 451],
    [{ kind: 'error', status: 502 }, 502],
    [{ kind: 'throttle', status: 418, retryAfterS: 120 }, 418],
  ] as const)('%o answers with its status', async (fault, status) => {
    exchange.faults.add({ venue: 'binance', fault });
    expect((await mark()).status).toBe(status);
  });

  test('that throttles says when to come back', async () => {
    exchange.faults.add({
      host: 'fapi.binance.com',
      fault: { kind: 'throttle', status: 429, retryAfterS: 7 },
    });
    const answer = await mark();
    expect(answer.headers['retry-after']).toBe('7');
  });

  test('that cuts or stalls gives no answer, and the log says so', async () => {
    exchange.faults.add({ venue: 'binance', fault: { kind: 'cut' } });
    await expect(mark()).rejects.toThrow(/hang up|ECONNRESET/);
    exchange.faults.add({ venue: 'binance', fault: { kind: 'stall', ms: 20 } });
    await expect(mark()).rejects.toThrow(/hang up|ECONNRESET/);
    expect(exchange.requests.all.map((entry) => entry.status)).toEqual([0, 0]);
  });

  test('that is late keeps back what has closed lately, and what is open', async () => {
    const klines = 'https://fapi.binance.com/fapi/v1/klines?symbol=ETHUSDT&interval=5m&limit=3';
    const lastOpenMs = async () => ((await ask(exchange.port, klines)).json() as number[][]).at(-1)?.[0];
    // At noon sharp the bar of 12:00 has just opened.
    expect(await lastOpenMs()).toBe(NOON);

    exchange.faults.add({ venue: 'binance', fault: { kind: 'late', byS: 310 } });

    // That of 11:50 closed 300 s ago, that of 11:45 600 s ago.
    expect(await lastOpenMs()).toBe(NOON - 900_000);
  });

  test('that garbles or truncates cannot be decoded', async () => {
    exchange.faults.add({ venue: 'binance', fault: { kind: 'garbage' } });
    const garbage = await mark();
    exchange.faults.add({ venue: 'binance', fault: { kind: 'truncated' } });
    const truncated = await mark();
    expect(garbage.json).toThrow(SyntaxError);
    expect(truncated.json).toThrow(SyntaxError);
  });

  test('that shifts time leaves the rest as it was', async () => {
    exchange.faults.add({ venue: 'binance', fault: { kind: 'stale', byS: 3600 } });
    const stale = (await mark()).json() as { time: number; symbol: string };
    expect(stale).toMatchObject({ time: NOON - 3_600_000, symbol: 'ETHUSDT' });
  });

  test('of another symbol, of zeros and of negative numbers changes just that', async () => {
    exchange.faults.add({ venue: 'binance', fault: { kind: 'other-symbol' }, times: 1 });
    const other = (await mark()).json() as { symbol: string };
    exchange.faults.add({ venue: 'binance', fault: { kind: 'zero' }, times: 1 });
    const zero = (await mark()).json() as { markPrice: string; time: number };
    exchange.faults.add({ venue: 'binance', fault: { kind: 'negative' }, times: 1 });
    const negative = (await mark()).json() as { markPrice: string };
    expect(other.symbol).toBe('BTCUSDT');
    expect(zero).toMatchObject({ markPrice: '0', time: NOON });
    expect(Number(negative.markPrice)).toBeLessThan(0);
  });
});

describe('a rule', () => {
  test('is spent after its times', async () => {
    exchange.faults.add({ venue: 'binance', times: 2, fault: { kind: 'error', status: 500 } });
    expect([(await mark()).status, (await mark()).status, (await mark()).status]).toEqual([500, 500, 200]);
  });

  test('of one venue or path leaves the others alone', async () => {
    exchange.faults.add({ venue: 'bybit', fault: { kind: 'cut' } });
    exchange.faults.add({ venue: 'binance', path: '/fapi/v1/klines', fault: { kind: 'cut' } });
    expect((await mark()).status).toBe(200);
  });

  test('can be set and taken back from another process', async () => {
    const orders = 'https://localhost/orders';
    await ask(exchange.port, orders, {
      addFault: { venue: 'binance', fault: { kind: 'error', status: 503 } },
    });
    expect((await mark()).status).toBe(503);
    await ask(exchange.port, orders, { clearFaults: true });
    expect((await mark()).status).toBe(200);
  });

  test('never befalls a trading page', async () => {
    exchange.faults.add({ fault: { kind: 'cut' } });
    expect((await ask(exchange.port, 'https://www.okx.com/trade-swap/eth-usdt-swap')).status).toBe(200);
  });
});

test('wrong types replace numbers by objects and texts by null, at any depth', () => {
  expect(distort({ list: [[1, 'BTC']], time: 5 }, { kind: 'wrong-types' })).toEqual({
    list: [[{ value: 1 }, null]],
    time: { value: 5 },
  });
});
