import {
  array,
  assert,
  bigInt,
  check,
  constantFrom,
  double,
  json as jsonText,
  jsonValue,
  oneof,
  property,
  record,
  shuffledSubarray,
  string,
  subarray,
  tuple,
  type Arbitrary,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RateLimitedError, RegionError, SchemaError } from '../../core/market/errors.ts';
import { VENUE_IDS } from '../../core/market/venue-id.ts';
import { VENUES } from '../../core/venues/registry.ts';
import { ANSWERED, ANSWERED_AT_MS, ANSWERS, FRAMES } from '../support/venue-answers.ts';
import { callsOf } from '../support/venue-calls.ts';

const SEED = { seed: 20_260_112, numRuns: 300 };

/** Values that venues send where something is wrong, beside any JSON at all. */
const wrong = oneof(
  jsonValue({ maxDepth: 3 }),
  constantFrom<unknown>(
    null,
    '',
    '0',
    '-1',
    'NaN',
    'Infinity',
    '1e400',
    '0x10',
    ' 1',
    -1,
    0,
    1e300,
    5e-324,
    [],
    {},
  ),
  double({ noNaN: true, noDefaultInfinity: true }),
  double({ noNaN: true, noDefaultInfinity: true }).map(String),
  bigInt().map(String),
);

/** Paths of every node in a JSON value, the root included. */
function pathsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, child]) => pathsIn(child, [...path, key]))];
}

const nodeAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((node, key) => Reflect.get(node as object, key), value);

/** A copy of `value` with `replacement` at `path`. */
function replaced(value: unknown, path: readonly string[], replacement: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return replacement;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...value]
    : { ...(value as object) };
  Reflect.set(copy, key, replaced(Reflect.get(copy, key), rest, replacement));
  return copy;
}

/** A well-formed answer with up to three of its nodes replaced. */
const spoiled = (answer: unknown) =>
  array(tuple(constantFrom(...pathsIn(answer)), wrong), { minLength: 1, maxLength: 3 }).map((changes) =>
    changes.reduce(
      (json, [path, value]) =>
        pathsIn(json).some((p) => p.join('/') === path.join('/')) ? replaced(json, path, value) : json,
      answer,
    ),
  );

/** Where a value holds what must never leave a parser; null for a sound one. */
function unsoundIn(value: unknown): string | null {
  for (const path of pathsIn(value)) {
    const leaf = nodeAt(value, path);
    if (leaf === undefined || (typeof leaf === 'number' && !Number.isFinite(leaf)))
      return `${path.join('.')} is ${String(leaf)}`;
  }
  return null;
}

/** What is wrong with how a parser ended: neither sound values nor one of the errors it may throw. */
function faultOf(parse: () => unknown): string | null {
  try {
    return unsoundIn(parse());
  } catch (error) {
    if (error instanceof RateLimitedError)
      return error.retryAtMs > ANSWERED_AT_MS ? null : 'retry in the past';
    if (error instanceof SchemaError || error instanceof RegionError)
      return error.message.length < 500 ? null : 'a message without end';
    return String(error);
  }
}

/** The first fault that any of the inputs brings out, with the input. */
function firstFault<T>(inputs: Arbitrary<T>, parse: (input: T) => unknown): string | null {
  const run = check(
    property(inputs, (input) => faultOf(() => parse(input)) === null),
    SEED,
  );
  if (run.counterexample === null) return null;
  const [input] = run.counterexample;
  return `${faultOf(() => parse(input))} for ${JSON.stringify(input)}`;
}

describe.each(VENUE_IDS)('%s', (id) => {
  const calls = callsOf(VENUES[id], ANSWERED[id]).map(({ kind, call }, index) => ({
    name: `${index} ${kind}`,
    call,
    answer: ANSWERS[id][index],
  }));

  test('has a well-formed answer for every call', () => {
    expect(ANSWERS[id]).toHaveLength(calls.length);
  });

  test.each(calls)('$name reads a well-formed answer into finite values', ({ call, answer }) => {
    const value = call.parse(answer, ANSWERED_AT_MS);
    expect(value).not.toEqual([]);
    expect(unsoundIn(value)).toBeNull();
  });

  test.each(calls)('$name makes a value or an error of its own of any JSON', ({ call }) => {
    expect(firstFault(jsonValue(), (json) => call.parse(json, ANSWERED_AT_MS))).toBeNull();
  });

  test.each(calls)('$name makes a value or an error of its own of a spoiled answer', ({ call, answer }) => {
    expect(firstFault(spoiled(answer), (json) => call.parse(json, ANSWERED_AT_MS))).toBeNull();
  });
});

/** Seconds or milliseconds of our days, as a number or as text. */
const isTime = (value: unknown): boolean => /^17\d{8}(\d{3})?$/.test(String(value));

/** The answer with every time in it thirty days later, and whether there was any. */
function postponed(answer: unknown): { readonly json: unknown; readonly count: number } {
  const paths = pathsIn(answer).filter(
    (path) => path.at(-1) !== 'requestTime' && isTime(nodeAt(answer, path)),
  );
  const later = (json: unknown, path: readonly string[]): unknown => {
    const time = Number(nodeAt(json, path));
    return replaced(json, path, String(time + 30 * 86_400 * (time > 1e12 ? 1000 : 1)));
  };
  return { json: paths.reduce(later, answer), count: paths.length };
}

describe.each(VENUE_IDS)('times of %s', (id) => {
  const timed = callsOf(VENUES[id], ANSWERED[id])
    .map(({ kind, call }, index) => ({
      kind,
      name: `${index} ${kind}`,
      call,
      ...postponed(ANSWERS[id][index]),
    }))
    .filter(({ kind, count }) => kind !== 'instruments' && count > 0);

  test.each(timed)('$name refuses an answer from the future', ({ call, json }) => {
    expect(() => call.parse(json, ANSWERED_AT_MS)).toThrow(SchemaError);
  });
});

describe.each(VENUE_IDS.filter((id) => VENUES[id].forcedOrderStream !== null))('the stream of %s', (id) => {
  const instruments = [ANSWERED[id]];
  const stream = VENUES[id].forcedOrderStream!(instruments);
  const parse = (text: string) => stream.parse(text, instruments, ANSWERED_AT_MS);

  test('reads a long from a well-formed frame', () => {
    expect(parse(JSON.stringify(FRAMES[id]))).toMatchObject([
      { side: 'long', base: 'BTC', quantityBase: 0.5, orderPrice: 90_000 },
    ]);
  });

  test('makes orders or an error of its own of any text', () => {
    expect(firstFault(oneof(string(), jsonText()), parse)).toBeNull();
  });

  test('makes orders or an error of its own of a spoiled frame', () => {
    expect(
      firstFault(
        spoiled(FRAMES[id]).map((frame) => JSON.stringify(frame)),
        parse,
      ),
    ).toBeNull();
  });

  test('knows only the instruments that it is given', () => {
    expect(stream.parse(JSON.stringify(FRAMES[id]), [], ANSWERED_AT_MS)).toEqual([]);
  });
});

test('a symbol of 1000 coins is worth the same dollars, in a thousand times the coins at a thousandth of the price', () => {
  const rows = record({
    units: double({ min: 1e-3, max: 1e6, noNaN: true }),
    price: double({ min: 1e-3, max: 1e6, noNaN: true }),
  });
  assert(
    property(rows, ({ units, price }) => {
      const frame = (symbol: string) =>
        JSON.stringify({
          topic: `allLiquidation.${symbol}`,
          data: [{ T: ANSWERED_AT_MS, s: symbol, S: 'Buy', v: units, p: price }],
        });
      const one = { ...ANSWERED.bybit, id: 'PEPEUSDT', base: 'PEPE' };
      const thousand = { ...one, id: '1000PEPEUSDT', multiplier: 1000 };
      const read = (instrument: typeof one) =>
        VENUES.bybit.forcedOrderStream!([instrument]).parse(
          frame(instrument.id),
          [instrument],
          ANSWERED_AT_MS,
        )[0]!;

      const [plain, scaled] = [read(one), read(thousand)];

      expect(scaled.notionalUsd).toBe(plain.notionalUsd);
      expect(scaled.quantityBase / plain.quantityBase).toBeCloseTo(1000, 9);
      expect(plain.orderPrice / scaled.orderPrice).toBeCloseTo(1000, 9);
    }),
    SEED,
  );
});

test('candles are the same whatever the order of the rows and however often they are repeated', () => {
  const call = VENUES.bybit
    .candles('5m')
    .page(ANSWERED.bybit, { fromS: 1_768_089_600, untilS: 1_768_092_600 });
  const rows = Array.from({ length: 11 }, (_, index) => [
    String((1_768_089_600 + index * 300) * 1000),
    ...[100, 110, 90, 105 + index / 10, 20, 2050].map(String),
  ]);
  const parse = (list: unknown) =>
    call.parse(
      { retCode: 0, retMsg: 'OK', result: { category: 'linear', symbol: 'BTCUSDT', list } },
      ANSWERED_AT_MS,
    );
  const expected = parse(rows);

  assert(
    property(shuffledSubarray(rows, { minLength: 11 }), subarray(rows), (shuffled, repeated) => {
      expect(parse([...shuffled, ...repeated])).toEqual(expected);
    }),
    SEED,
  );
});
