import { describe, expect, test } from 'vitest';

import { NetworkError } from '../../core/market/errors.ts';
import type { PageMarket } from '../../core/market/page-market.ts';
import type { Quote } from '../../core/market/quote.ts';
import type { Venue } from '../../core/venues/venue.ts';
import { createPorts, createWorld } from './support/fake-ports.ts';
import { createFakeSockets } from './support/fake-sockets.ts';
import type { FakeVenueOptions } from './support/fake-venue.ts';
import { createFakeVenues } from './support/fake-venues.ts';
import { createWorldTimers } from './support/world-timers.ts';
import { startWorker } from './support/start-worker.ts';

/** 2026-01-15 12:34:56 UTC. */
const NOW_MS = 1_768_480_496_000;
const LISTED_S = NOW_MS / 1000 - 2 * 86_400;

const PAGE: PageMarket = {
  venue: 'bybit',
  instrument: 'BTCUSDT',
  base: 'BTC',
  multiplier: 1,
  quote: 'USDT',
  kind: 'perpetual',
};

/** Bitcoin on three venues, loaded, shown by a page of Bybit. */
async function createShown(bybit: Partial<FakeVenueOptions> = {}, more: Partial<Venue> = {}) {
  const world = createWorld(NOW_MS);
  world.settings = { ...world.settings, venues: ['binance', 'bybit', 'okx'] };
  const made = createFakeVenues(LISTED_S, { bybit });
  const venues = { ...made, bybit: { ...made.bybit, ...more } };
  const sockets = createFakeSockets();
  const timers = createWorldTimers(world);
  const wake = () => {
    const ports = createPorts(world);
    return startWorker({ ...ports, sockets, clock: { ...ports.clock, later: timers.later } }, venues);
  };
  const worker = wake();
  await worker.watchPage('tab', PAGE);
  while (await worker.tick());
  const since = world.requests.length;
  return {
    world,
    worker,
    wake,
    sockets,
    pass: timers.pass,
    /** Seconds after the poll at which venues were asked for a price. */
    asked: () =>
      world.requests
        .slice(since)
        .filter(({ url }) => url.endsWith('/ticker'))
        .map(({ url, atMs }) => `${new URL(url).host.split('.')[0]} ${(atMs - NOW_MS) / 1000}`),
    open: (quotes: Quote[] = [], from = worker) => from.followQuotes(PAGE, (quote) => quotes.push(quote)),
  };
}

describe('while a view is open', () => {
  test('the page’s venue alone is asked, each five seconds, from five seconds after the poll on', async () => {
    const { open, pass, asked } = await createShown();

    open();
    await pass(21_000);

    expect(asked()).toEqual(['bybit 5', 'bybit 10', 'bybit 15', 'bybit 20']);
  });

  test('each answer is told with the own mark, the market’s price and the change of a day', async () => {
    const { open, pass, world } = await createShown({ priceFactor: 1.001 });
    const quotes: Quote[] = [];

    open(quotes);
    await pass(6_000);

    // What was polled, at once, and what was asked for since.
    expect(quotes.map(({ at }) => at - NOW_MS)).toEqual([0, 5_000]);
    const [, last] = quotes;
    expect(last?.venueMark).toMatchObject({ venue: 'bybit', at: NOW_MS + 5_000 });
    // The median of 1, 1.001 and 1 is a thousandth below this venue's own.
    expect((last?.venueMark?.price ?? 0) / (last?.price ?? 0)).toBeCloseTo(1.001, 6);
    expect(last?.fundingRate8h).toBeCloseTo(0.0001, 12);
    const reported = (world.reports.get('BTCUSDT')?.openInterest.base ?? 0) * (last?.price ?? 0);
    expect((last?.openInterestUsd ?? 0) / reported).toBeCloseTo(1, 3);
    expect(last?.dayChange).not.toBeNull();
  });

  test('two views of it share one question', async () => {
    const { open, pass, asked } = await createShown();
    const [one, other]: [Quote[], Quote[]] = [[], []];

    open(one);
    await pass(2_000);
    open(other);
    await pass(9_000);

    expect(asked()).toEqual(['bybit 5', 'bybit 10']);
    expect(other).toEqual(one);
  });

  test('nothing is written but what was spent', async () => {
    const { open, pass, world } = await createShown();
    const before = new Map(world.rows);
    const report = world.reports.get('BTCUSDT');

    open();
    await pass(21_000);

    const changed = [...world.rows.keys()].filter((key) => world.rows.get(key) !== before.get(key));
    expect(changed).toHaveLength(1);
    expect(changed[0]).toContain('budgets');
    expect(world.reports.get('BTCUSDT')).toBe(report);
  });
});

describe('without a view', () => {
  test('nobody is asked', async () => {
    const { pass, asked } = await createShown();

    await pass(60_000);

    expect(asked()).toEqual([]);
  });

  test('nobody is asked any more once it was hidden or closed', async () => {
    const { open, pass, asked } = await createShown();

    const close = open();
    await pass(6_000);
    close();
    await pass(60_000);

    expect(asked()).toEqual(['bybit 5']);
  });

  test('one that is hidden and shown again and again costs no more than one that stays', async () => {
    const { open, pass, asked } = await createShown();

    for (let turn = 0; turn < 20; turn += 1) {
      const close = open();
      await pass(500);
      close();
      await pass(500);
    }

    expect(asked()).toEqual(['bybit 5', 'bybit 10', 'bybit 15']);
  });

  test('of a market that nobody watches any more, nobody is asked', async () => {
    const { open, pass, asked, world } = await createShown();
    world.leases = {};

    open();
    await pass(20_000);

    expect(asked()).toEqual([]);
  });
});

describe('a venue that does not answer well', () => {
  test('is asked again after a wait, and nothing is told of it', async () => {
    const { open, pass, asked, world } = await createShown();
    world.answer = () => {
      throw new NetworkError('the line is cut');
    };
    const quotes: Quote[] = [];

    open(quotes);
    await pass(31_000);

    // The first wait is 15 s, stretched by up to a quarter, which ends in the round of 25 s at the latest.
    expect(asked()).toHaveLength(2);
    expect(new Set(quotes.map(({ at }) => at - NOW_MS))).toEqual(new Set([0]));
  });

  test('that tells another coin’s price moves neither price nor mark', async () => {
    let factor = 1;
    const { open, pass } = await createShown({ tickerFactor: () => factor });
    const quotes: Quote[] = [];
    open(quotes);
    await pass(1_000);
    factor = 1.5;

    await pass(5_000);

    expect(quotes).toHaveLength(2);
    const [before, after] = quotes;
    expect(after?.price).toBeCloseTo(before?.price ?? NaN, 9);
    expect(after?.venueMark).toBeNull();
  });
});

describe('with a line to the venue of the page', () => {
  /** One contract's price in a frame, and a line that is open as soon as it is asked for. */
  const shownByLine = async () => {
    const read: string[] = [];
    const markPriceStream: Venue['markPriceStream'] = () => ({
      url: 'wss://bybit.example',
      subscribe: [],
      heartbeat: null,
      parse: (frame, nowMs) => {
        read.push(frame);
        return frame === 'of another figure' ? null : { atMs: nowMs, markPrice: Number(frame) };
      },
    });
    const shown = await createShown({}, { markPriceStream });
    const quotes: Quote[] = [];
    const close = shown.open(quotes);
    await shown.pass(1_000);
    const [line] = shown.sockets.openLines();
    line?.told.onOpen();
    return { ...shown, quotes, close, line, read };
  };

  test('nobody is asked while it tells, and what it tells is told each two seconds', async () => {
    const { line, pass, asked, quotes } = await shownByLine();
    const [first] = quotes;
    const price = first?.price ?? 0;
    const before = quotes.length;

    for (let frame = 0; frame < 39; frame += 1) {
      line?.told.onText(String(price * (1 + frame / 10_000)));
      await pass(250);
    }

    expect(asked()).toEqual([]);
    expect(quotes.length - before).toBe(5);
    // Of the frames 0 to 38, four a second, the one of two seconds ago at most.
    expect(quotes.at(-1)?.venueMark?.price).toBeGreaterThanOrEqual(price * 1.003);
  });

  test('of ten frames a second those are read that are told, and no more', async () => {
    const { line, pass, quotes, read } = await shownByLine();
    const price = quotes[0]?.price ?? 0;

    for (let frame = 0; frame < 100; frame += 1) {
      line?.told.onText(String(price * (1 + frame / 10_000)));
      await pass(100);
    }

    const marks = quotes.slice(-read.length).map(({ venueMark }) => String(venueMark?.price));
    expect(read.length).toBeLessThanOrEqual(6);
    expect(marks).toEqual(read);
  });

  test('where the newest frame tells no price, the next one that does is told at once', async () => {
    const { line, pass, quotes } = await shownByLine();
    const price = quotes[0]?.price ?? 0;
    line?.told.onText(String(price * 1.001));
    await pass(1_000);
    line?.told.onText('of another figure');
    await pass(2_000);
    const before = quotes.length;

    line?.told.onText(String(price * 1.002));
    await pass(100);

    expect(quotes).toHaveLength(before + 1);
    expect(quotes.at(-1)?.venueMark?.price).toBe(price * 1.002);
  });

  test('the venue is asked again when the line falls silent', async () => {
    const { line, pass, asked, quotes } = await shownByLine();
    line?.told.onText(String(quotes[0]?.price));

    await pass(20_000);

    expect(asked()).not.toEqual([]);
  });

  test('a frame that cannot be believed tells nothing', async () => {
    const { line, pass, quotes } = await shownByLine();
    const before = quotes.length;

    for (const text of ['NaN', '-5', '0']) line?.told.onText(text);
    await pass(2_000);

    expect(quotes).toHaveLength(before);
  });

  test('it is shut with the last view, and not opened where the user lets no socket be', async () => {
    const { close, sockets, world, open, pass } = await shownByLine();

    close();
    expect(sockets.openLines()).toEqual([]);

    world.settings = { ...world.settings, listening: { isAnswered: true, venues: [], ownPages: false } };
    open();
    await pass(20_000);
    expect(sockets.openLines()).toEqual([]);
  });
});

test('a new worker goes on with what is stored, and the new view is told it at once', async () => {
  const { open, pass, wake, world } = await createShown();
  const quotes: Quote[] = [];
  const close = open();
  await pass(7_000);
  close();
  const before = world.requests.length;

  open(quotes, wake());
  await pass(1_000);

  expect(quotes.at(-1)?.venueMark?.venue).toBe('bybit');
  expect(world.requests.length - before).toBe(1);
});
