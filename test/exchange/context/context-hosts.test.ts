import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import {
  CALENDAR_CONTEXT,
  FLOW_CONTEXT,
  HOLDINGS_CONTEXT,
  volatilityContext,
} from '../../../core/context/sources.ts';
import { JANUARY_2026 } from '../scenarios/january-2026.ts';
import { ask } from '../server/ask.ts';
import { type RunningExchange, startExchange } from '../start-exchange.ts';

/** A Monday. */
const NOON = Date.UTC(2026, 0, 12, 12);

let exchange: RunningExchange;
beforeAll(async () => {
  const scenario = { ...JANUARY_2026, coins: JANUARY_2026.coins.slice(2, 3) };
  exchange = await startExchange({ clock: () => NOON, scenario });
}, 60_000);
afterAll(() => exchange.close());

const textOf = async (url: string): Promise<string> => (await ask(exchange.port, url)).text;

describe('the sources of context', () => {
  test('tell the same fund flows, up to the last working day', async () => {
    const [chart, table] = await Promise.all(
      FLOW_CONTEXT.map(async ({ url, parse }) => parse(await textOf(url(NOON)), NOON)),
    );
    expect(chart?.at(-1)?.date).toBe('2026-01-09');
    expect(chart?.at(-1)?.value).toBeCloseTo(table?.at(-1)?.value ?? NaN, -5);
  });

  test('tell a week of events and an index of volatility', async () => {
    const events = CALENDAR_CONTEXT.parse(await textOf(CALENDAR_CONTEXT.url(NOON)), NOON);
    const { url, parse } = volatilityContext('BTC');
    const points = parse(await textOf(url(NOON)), NOON);
    expect(events.find(({ at }) => at > NOON)).toMatchObject({
      title: 'Core CPI m/m',
      at: Date.UTC(2026, 0, 12, 13, 30),
    });
    expect(points).toHaveLength(49);
  });

  test('tell what companies hold', async () => {
    const { url, parse } = HOLDINGS_CONTEXT;
    expect(parse(await textOf(url(NOON)), NOON)).toMatchObject({ companies: 2, base: 1_054_650 });
  });

  test('fail when they are told to', async () => {
    exchange.faults.add({ host: 'bitbo.io', fault: { kind: 'throttle', status: 429, retryAfterS: 60 } });
    expect((await ask(exchange.port, FLOW_CONTEXT[1]!.url(NOON))).status).toBe(429);
    expect((await ask(exchange.port, FLOW_CONTEXT[0]!.url(NOON))).status).toBe(200);
    exchange.faults.clear();
  });
});
