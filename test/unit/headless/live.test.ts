import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { fieldChanges, fieldsOfAnswer, watchFields } from '../../../core/headless/answer-fields.ts';
import { InputError } from '../../../core/headless/args.ts';
import { everyCall } from '../../../core/headless/every-call.ts';
import { runLive } from '../../../core/headless/live.ts';
import type { ComparedAnswer } from '../../../core/headless/live-table.ts';
import { VENUE_IDS } from '../../../core/market/venue-id.ts';
import { VENUES } from '../../../core/venues/registry.ts';
import { BTC_ALONE } from '../../exchange/scenarios/january-2026.ts';
import { type RunningExchange, startExchange } from '../../exchange/start-exchange.ts';
import { buildInstrument } from '../../support/instruments.ts';
import { exchangePorts } from '../../support/exchange-ports.ts';

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-live-'));
let exchange: RunningExchange;

beforeAll(async () => {
  exchange = await startExchange({ scenario: BTC_ALONE });
}, 60_000);
afterEach(() => {
  exchange.faults.clear();
  exchange.requests.clear();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await exchange.close();
});

const run = (...argv: string[]) => runLive(argv, exchangePorts(exchange.port, 1_500));
const answersOf = (text: string): readonly ComparedAnswer[] => JSON.parse(text) as readonly ComparedAnswer[];

describe('live, against the simulated exchange', () => {
  test('asks every venue, every stream and every source of context once, and all of it is read', async () => {
    const { text, hasFailed } = await run('--json');

    const answers = answersOf(text);
    expect(answers.filter(({ error }) => error !== null)).toEqual([]);
    expect(hasFailed).toBe(false);
    expect(new Set(answers.map(({ venue }) => venue))).toEqual(new Set([...VENUE_IDS, 'context']));
    const heard = (stream: 'forcedOrderStream' | 'markPriceStream') =>
      answers.filter(({ what }) => what === stream).map(({ venue }) => venue);
    for (const stream of ['forcedOrderStream', 'markPriceStream'] as const)
      expect(heard(stream)).toEqual(VENUE_IDS.filter((id) => VENUES[id][stream] !== null));
    const asked = exchange.requests.all.map(({ method, host, path, query }) => [method, host, path, query]);
    // Posts of one host are told apart by their bodies, which the log leaves out.
    const gets = asked.filter(([method]) => method === 'GET').map((parts) => parts.join(' '));
    const twice = gets.filter((one, index) => gets.indexOf(one) < index);
    // What Gate lists and how each contract stands is one list, read in two ways.
    expect(twice).toEqual(['GET api.gateio.ws /api/v4/futures/usdt/contracts ']);
  }, 60_000);

  test('prints a line a question and says that all answered', async () => {
    const { text } = await run('--venue', 'bybit');

    const lines = text.split('\n');
    expect(lines[0]).toMatch(/^venue +what +endpoint +ms +read as +changed$/);
    expect(lines.filter((line) => line.startsWith('bybit')).length).toBeGreaterThan(8);
    expect(text).toMatch(/bybit +ticker +\/v5\/market\/tickers +\d+ +atMs 20\d\d-.*markPrice \d+/);
    expect(lines.at(-1)).toMatch(/^All \d+ answered\.$/);
  }, 30_000);

  test('says which endpoint answers in another form, and fails', async () => {
    exchange.faults.add({ venue: 'bybit', path: '/v5/market/orderbook', fault: { kind: 'wrong-types' } });

    const { text, hasFailed } = await run('--venue', 'bybit');

    expect(hasFailed).toBe(true);
    expect(text).toMatch(
      /bybit depth: SchemaError: .*\n {2}https:\/\/api\.bybit\.com\/v5\/market\/orderbook/,
    );
    expect(text).toMatch(/1 of \d+ failed\.$/);
  }, 30_000);

  test('a venue that refuses the region is asked for one thing only', async () => {
    exchange.faults.add({ venue: 'okx', fault: { kind: 'refuse', status: 451 } });

    const { text, hasFailed } = await run('--venue', 'okx');

    expect(hasFailed).toBe(true);
    expect(text).toContain('RegionError: www.okx.com does not serve this region; nothing else was asked');
    expect(exchange.requests.all).toHaveLength(1);
  }, 30_000);

  test('a venue is asked at its host for another country instead', async () => {
    exchange.faults.add({ host: 'www.okx.com', path: '/api/', fault: { kind: 'refuse', status: 451 } });

    const { text } = await run('--venue', 'okx', '--host', 'eea.okx.com', '--json');

    const answers = answersOf(text).filter(({ what }) => !what.endsWith('Stream'));
    expect(answers.length).toBeGreaterThan(8);
    expect(answers.filter(({ error }) => error !== null)).toEqual([]);
    expect(new Set(answers.map(({ url }) => new URL(url).host))).toEqual(new Set(['eea.okx.com']));
  }, 30_000);

  test('a stream that opens and stays silent has failed where the venue would answer a heartbeat', async () => {
    exchange.faults.add({ host: 'ws.okx.com', fault: { kind: 'stall', ms: 60_000 } });

    const { text } = await runLive(['--venue', 'okx'], exchangePorts(exchange.port, 1_500, 0));

    expect(text).toContain(
      'okx forcedOrderStream: NetworkError: ws.okx.com:8443 does not answer on the line',
    );
  }, 30_000);

  test('against an earlier run it names the fields that came and went', async () => {
    const { text } = await run('--venue', 'hyperliquid', '--json');
    const earlier = answersOf(text).map((answer) => {
      if (answer.what !== 'depth') return answer;
      const { time: _time, ...fields } = answer.fields;
      return { ...answer, fields: { ...fields, sequence: 'number' } };
    });
    const file = join(folder, 'earlier.json');
    writeFileSync(file, JSON.stringify(earlier));

    const { text: table } = await run('--venue', 'hyperliquid', '--against', file);

    expect(table).toMatch(/hyperliquid +depth .*\+ time, - sequence/);
    expect(table).toMatch(/hyperliquid +tiers .* nothing/);
  }, 30_000);
});

test('every member of a venue that asks something is asked', () => {
  for (const id of VENUE_IDS) {
    const {
      id: _id,
      budgets: _budgets,
      forcedOrderStream: _orders,
      markPriceStream: _mark,
      ...members
    } = VENUES[id];
    const offered = Object.entries(members).filter(([, member]) => member !== null);
    const calls = everyCall(VENUES[id], buildInstrument({ venue: id }), () => ({ fromS: 0, untilS: 3600 }));
    const kinds = new Set(calls.map(({ kind }) => kind));
    expect(offered.map(([name]) => name).filter((name) => !kinds.has(name))).toEqual([]);
  }
});

describe('the command line', () => {
  test.each([
    [['--venue', 'mtgox'], '--venue mtgox: expected one of binance, bybit, okx, bitget, gate, hyperliquid'],
    [
      ['--host', 'evil.example'],
      '--host evil.example: expected one of api.bybit.eu, api.bybit.nl, api.bybit.tr',
    ],
    [['--venues'], '--venues: no such option'],
    [['--against', 'no-such-file.json'], 'no-such-file.json: ENOENT'],
  ])('%j is refused in a sentence', async (argv, sentence) => {
    const ran = run(...argv);

    await expect(ran).rejects.toThrow(InputError);
    await expect(ran).rejects.toThrow(sentence);
  });

  test('a file that is no earlier run is refused with its row', async () => {
    const file = join(folder, 'other.json');
    writeFileSync(file, '[{"venue":"okx","what":"depth","fields":{}},{"venue":"okx"}]');

    await expect(run('--against', file)).rejects.toThrow(`${file}: row 2: expected what live printed`);
  });
});

describe('fields of an answer', () => {
  const ANSWER = {
    list: [
      { price: '1', note: null },
      { price: '2', seq: 7 },
    ],
    time: 5,
  };

  test('are those of all rows of a list', () => {
    expect(fieldsOfAnswer(ANSWER)).toEqual({
      list: 'list',
      'list[]': 'object',
      'list[].price': 'string',
      'list[].note': 'null',
      'list[].seq': 'number',
      time: 'number',
    });
  });

  test('are told apart into what the parser read, missed and passed over', () => {
    const { json, missing, unread } = watchFields(ANSWER);
    const { list, state } = json as {
      list: readonly { price: string; seq?: number; side?: string }[];
      state?: number;
    };
    for (const row of list) void [row.price, row.seq, row.side];

    expect(state).toBeUndefined();
    expect(missing()).toEqual(['list[].side', 'state']);
    expect(unread()).toEqual(['list[].note', 'time']);
  });

  test('of rows that did not come are not missed', () => {
    const { json, missing } = watchFields({ list: [] });
    void (json as { list: readonly { price: string }[] }).list[0]?.price;

    expect(missing()).toEqual([]);
  });

  test('that came, went or changed their type are changes', () => {
    expect(fieldChanges({ a: 'string', b: 'number' }, { a: 'number', c: 'string' })).toEqual([
      '+ c',
      '- b',
      '~ a (string is number)',
    ]);
  });
});
