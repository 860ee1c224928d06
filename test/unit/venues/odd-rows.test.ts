import { describe, expect, test } from 'vitest';
import { SchemaError } from '../../../core/market/errors.ts';
import { VENUE_IDS } from '../../../core/market/venue-id.ts';
import { VENUES } from '../../../core/venues/registry.ts';
import { ANSWERED, ANSWERED_AT_MS, ANSWERS, FRAMES } from '../../support/venue-answers.ts';
import { callsOf } from '../../support/venue-calls.ts';

type Json = Record<string, unknown>;

/** A copy of an answer with other rows in the list that it holds. */
function withRows(answer: unknown, change: (rows: readonly unknown[]) => readonly unknown[]): unknown {
  if (Array.isArray(answer)) return change(answer);
  const json = answer as Json;
  const name = ['symbols', 'universe', 'list', 'result', 'data'].find((field) => field in json) ?? '';
  return { ...json, [name]: withRows(json[name], change) };
}

/** A row of the same look, in which no number is one; `symbol` in the place of its own. */
const spoiled = (row: unknown, ownId: string, symbol: string): unknown =>
  JSON.parse(
    JSON.stringify(row, (_key, value: unknown) => {
      if (value === ownId || value === ownId.replace(/-SWAP$/, '')) return symbol;
      return typeof value === 'number' || (typeof value === 'string' && /^[\d.]+$/.test(value))
        ? 'odd'
        : value;
    }),
  );

const ROWS = [
  'instruments',
  'candles',
  'openInterestHistory',
  'dailyOpenInterest',
  'accountRatio',
  'recentForcedOrders',
];
/** Calls about one instrument, whose list may hold others. */
const ONE_OF_MANY = ['ticker', 'tiers'];

const hasList = (answer: unknown): boolean => {
  try {
    withRows(answer, (rows) => rows);
    return true;
  } catch {
    return false;
  }
};

describe.each(VENUE_IDS)('%s', (id) => {
  const { id: ownId } = ANSWERED[id];
  const calls = callsOf(VENUES[id], ANSWERED[id]).map(({ kind, call }, index) => ({
    kind,
    name: `${index} ${kind}`,
    parse: (json: unknown) => call.parse(json, ANSWERED_AT_MS),
    answer: ANSWERS[id][index],
  }));

  test.each(calls.filter(({ kind }) => ROWS.includes(kind)))(
    '$name loses an odd row and no other',
    ({ parse, answer }) => {
      const odd = withRows(answer, (rows) => [null, spoiled(rows[0], ownId, ownId), ...rows, 7]);
      expect(parse(odd)).toEqual(parse(answer));
    },
  );

  test.each(calls.filter(({ kind }) => ROWS.includes(kind)))(
    '$name is refused where every row is odd',
    ({ parse, answer }) => {
      const odd = withRows(answer, (rows) => rows.map((row) => spoiled(row, ownId, ownId)));
      expect(() => parse(odd)).toThrow(SchemaError);
    },
  );

  test.each(calls.filter(({ kind, answer }) => ONE_OF_MANY.includes(kind) && hasList(answer)))(
    '$name does not mind an odd row of another instrument',
    ({ parse, answer }) => {
      const odd = withRows(answer, (rows) => [...rows, spoiled(rows[0], ownId, 'OTHER')]);
      expect(parse(odd)).toEqual(parse(answer));
    },
  );
});

test('tiers of an instrument are whole or refused: without one of them the next would begin too early', () => {
  const index = callsOf(VENUES.gate, ANSWERED.gate).findIndex(({ kind }) => kind === 'tiers');
  const [tier] = ANSWERS.gate[index] as readonly Json[];
  const json = [tier, { ...tier, risk_limit: 'odd' }, { ...tier, risk_limit: '9000000' }];

  expect(() => VENUES.gate.tiers!(ANSWERED.gate).parse(json, ANSWERED_AT_MS)).toThrow(
    'risk_limit_tiers.1.risk_limit',
  );
});

test('a frame of forced orders loses an odd one and no other', () => {
  const stream = VENUES.bybit.forcedOrderStream!([ANSWERED.bybit]);
  const frame = FRAMES.bybit as { readonly data: readonly Json[] };
  const odd = { ...frame, data: [{ ...frame.data[0], p: '' }, ...frame.data] };
  const parse = (json: unknown) => stream.parse(JSON.stringify(json), [ANSWERED.bybit], ANSWERED_AT_MS);

  expect(parse(odd)).toEqual(parse(frame));
  expect(() => parse({ ...frame, data: [odd.data[0]] })).toThrow(SchemaError);
});
