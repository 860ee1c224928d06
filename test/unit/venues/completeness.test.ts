import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VENUE_IDS, type VenueId } from '../../../core/market/venue-id.ts';
import { dialectOf } from '../../../core/headless/parse/dialect.ts';
import { formulaOf } from '../../../core/risk/formulas/registry.ts';
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

const readable = [...API_ORIGINS, ...OPTIONAL_API_ORIGINS].map((origin) => origin.replace('*', ''));
const callsOfVenue = (id: VenueId) => callsOf(VENUES[id], buildInstrument({ venue: id }));
const streamOf = (id: VenueId) => VENUES[id].forcedOrderStream?.([buildInstrument({ venue: id })]) ?? null;

describe.each(VENUE_IDS)('%s', (id) => {
  const venue = VENUES[id];
  const calls = callsOfVenue(id);

  test('is registered under its own id', () => {
    expect(venue.id).toBe(id);
  });

  test('has requests, schema and parse, or those of the venue whose API it speaks, and says what its figures count', () => {
    const own = ['requests.ts', 'schema.ts', 'parse.ts'];
    const files = [...(dialectOf(id) === id ? own : []), 'hosts.ts', `${id}.ts`, 'UNITS.md'];
    expect(files.filter((file) => !existsSync(`${ROOT}/core/venues/${id}/${file}`))).toEqual([]);
  });

  test('has a liquidation formula', () => {
    expect(formulaOf(id)?.venue).toBe(id);
  });

  test('has a test of every call that it offers', () => {
    const source = readFileSync(`${ROOT}/test/unit/venues/${id}.test.ts`, 'utf8');
    const streams = (['forcedOrderStream', 'markPriceStream'] as const).filter(
      (name) => venue[name] !== null,
    );
    const offered = [...calls.map(({ kind }) => kind), ...streams];
    expect(offered.filter((kind) => !new RegExp(`\\b${id}\\s*\\.${kind}\\b`).test(source))).toEqual([]);
  });

  test('pays every call from a budget that can pay it', () => {
    const unpaid = calls.filter(({ call: { request } }) => {
      const budget = venue.budgets.find((candidate) => candidate.id === request.budget);
      return budget === undefined || request.weight <= 0 || request.weight > budget.weight;
    });
    expect(unpaid).toEqual([]);
  });

  test('asks only hosts that the extension may read', () => {
    const strange = calls.filter(({ call }) => !readable.some((host) => call.request.url.startsWith(host)));
    expect(strange).toEqual([]);
  });
});

test('streams listen only to hosts that are listed, and every listed host has a stream', () => {
  const hosts = VENUE_IDS.flatMap((id) => streamOf(id)?.url ?? []).map((url) => {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}`;
  });
  expect(hosts.toSorted()).toEqual([...WEBSOCKET_ORIGINS].toSorted());
});

test('a price is told by the host that tells forced orders, to which the user agreed', () => {
  const hostsOf = VENUE_IDS.flatMap((id) => {
    const marked = VENUES[id].markPriceStream?.(buildInstrument({ venue: id }));
    return marked === undefined
      ? []
      : [[marked.url, streamOf(id)?.url ?? ''].map((url) => new URL(url).host)];
  });
  expect(hostsOf).toHaveLength(4);
  expect(hostsOf.filter(([marked, ordered]) => marked !== ordered)).toEqual([]);
});

test('no budget has two owners', () => {
  const budgets = VENUE_IDS.flatMap((id) => VENUES[id].budgets.map((budget) => budget.id));
  expect(new Set(budgets).size).toBe(budgets.length);
});

test('no host may be read that nobody asks', () => {
  const urls = VENUE_IDS.flatMap((id) => callsOfVenue(id).map(({ call }) => call.request.url));
  expect(readable.filter((host) => !urls.some((url) => url.startsWith(host)))).toEqual([]);
});

test('schemas are checked at the edges only: venues, messengers, and what is set, stored or sent', () => {
  const edges =
    /^(venues|messengers|io|ledger|service|context|alerts|market\/report)\/|^market\/(number-schemas|schemas|quote|figures|market-report)\.ts$/;
  const sources = readdirSync(`${ROOT}/core`, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const inside = sources.filter(
    (file) => !edges.test(file) && readFileSync(`${ROOT}/core/${file}`, 'utf8').includes("from 'valibot'"),
  );
  expect(inside).toEqual([]);
});
