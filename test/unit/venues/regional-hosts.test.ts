import { describe, expect, test } from 'vitest';

import { VENUE_IDS } from '../../../core/market/venue-id.ts';
import { VENUES } from '../../../core/venues/registry.ts';
import { apiOriginOf, atChosenHost, REGIONAL_HOSTS } from '../../../core/venues/regional-hosts.ts';
import { buildInstrument } from '../../support/instruments.ts';
import { callsOf } from '../../support/venue-calls.ts';

describe.each(VENUE_IDS)('%s', (id) => {
  const urls = callsOf(VENUES[id], buildInstrument({ venue: id })).map(({ call }) => call.request.url);

  test('is asked at its main host until another one is chosen', () => {
    expect(urls.map((url) => atChosenHost(url, id))).toEqual(urls);
    expect(urls.map((url) => atChosenHost(url, id, { [id]: 'evil.example' }))).toEqual(urls);
  });

  test('is asked for the same at the chosen host', () => {
    const main = new URL(apiOriginOf(id)).host;
    for (const { host } of REGIONAL_HOSTS[id] ?? []) {
      const moved = urls.map((url) => atChosenHost(url, id, { [id]: host }));
      expect(moved).toEqual(urls.map((url) => url.replace(`https://${main}/`, `https://${host}/`)));
      expect(moved.every((url) => new URL(url).host === host)).toBe(true);
      expect(apiOriginOf(id, { [id]: host })).toBe(`https://${host}/*`);
    }
  });
});

test('a host of one venue is none of another', () => {
  expect(apiOriginOf('okx', { okx: 'api.bybit.eu' })).toBe('https://www.okx.com/*');
});

test('what is not at the main host stays where it is', () => {
  const url = 'https://www.binance.com/bapi/futures/v1/friendly/future/common/brackets';
  expect(atChosenHost(url, 'binance', { okx: 'eea.okx.com' })).toBe(url);
});
