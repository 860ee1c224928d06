import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VENUE_IDS } from '../../../core/market/venue-id.ts';
import { API_ORIGINS, OPTIONAL_API_ORIGINS, WEBSOCKET_ORIGINS } from '../../../core/venues/origins.ts';
import { VENUES } from '../../../core/venues/registry.ts';
import { buildInstrument } from '../../support/instruments.ts';
import { callsOf } from '../../support/venue-calls.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const FOLDERS = readdirSync(`${ROOT}/core/venues`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
  .map(({ name }) => name);

test('every venue has a folder and every folder is a venue', () => {
  expect(FOLDERS.toSorted()).toEqual(VENUE_IDS.toSorted());
});

describe.each(VENUE_IDS)('%s', (id) => {
  const venue = VENUES[id];
  const calls = callsOf(venue, buildInstrument({ venue: id }));

  test('is registered under its own id', () => {
    expect(venue.id).toBe(id);
  });

  test('has requests, schema and parse', () => {
    for (const file of ['requests.ts', 'schema.ts', 'parse.ts', `${id}.ts`])
      expect(existsSync(`${ROOT}/core/venues/${id}/${file}`), file).toBe(true);
  });

  test('has a test of every call that it offers', () => {
    const source = readFileSync(`${ROOT}/test/unit/venues/${id}.test.ts`, 'utf8');
    for (const { kind } of calls) expect(source, kind).toMatch(new RegExp(`\\b${id}\\s*\\.${kind}\\b`));
    if (venue.forcedOrderStream) expect(source).toContain(`${id}.forcedOrderStream`);
  });

  test('pays every call from a budget that can pay it', () => {
    for (const { kind, call } of calls) {
      const budget = venue.budgets.find((candidate) => candidate.id === call.request.budget);
      expect(budget?.weight, kind).toBeGreaterThanOrEqual(call.request.weight);
      expect(call.request.weight, kind).toBeGreaterThan(0);
    }
  });

  test('asks only hosts that the extension may read', () => {
    const hosts = [...API_ORIGINS, ...OPTIONAL_API_ORIGINS].map((origin) => origin.replace('*', ''));
    for (const { kind, call } of calls)
      expect(
        hosts.filter((host) => call.request.url.startsWith(host)),
        kind,
      ).toHaveLength(1);
  });

  test('listens only to hosts that are listed', () => {
    const stream = venue.forcedOrderStream?.([buildInstrument({ venue: id })]);
    const hosts: readonly string[] = WEBSOCKET_ORIGINS;
    if (stream) expect(hosts.some((host) => stream.url.startsWith(`${host}/`))).toBe(true);
  });
});

test('no budget has two owners and no listed host is without a caller', () => {
  const budgets = VENUE_IDS.flatMap((id) => VENUES[id].budgets.map((budget) => budget.id));
  expect(new Set(budgets).size).toBe(budgets.length);

  const urls = VENUE_IDS.flatMap((id) =>
    callsOf(VENUES[id], buildInstrument({ venue: id })).map(({ call }) => call.request.url),
  );
  for (const origin of [...API_ORIGINS, ...OPTIONAL_API_ORIGINS])
    expect(
      urls.some((url) => url.startsWith(origin.replace('*', ''))),
      origin,
    ).toBe(true);
});
