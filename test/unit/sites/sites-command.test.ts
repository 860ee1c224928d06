import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { runSites } from '../../../core/headless/sites.ts';

const folder = mkdtempSync(join(tmpdir(), 'sites-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

test('every page is answered in its order, with null where there is no market', () => {
  const file = write(
    'pages.json',
    JSON.stringify([
      { url: 'https://www.bitmex.com/app/trade/XBTUSD', title: '' },
      { url: 'about:blank', title: 'x' },
      { url: 'https://app.hyperliquid.xyz/trade', title: '0.0101 | kPEPE | Hyperliquid' },
      { url: 'https://www.binance.com/en/futures/markets' },
    ]),
  );

  expect(JSON.parse(runSites([file]))).toEqual([
    { venue: 'bitmex', instrument: 'XBTUSD', base: 'BTC', multiplier: 1, quote: 'USD', kind: 'perpetual' },
    null,
    {
      venue: 'hyperliquid',
      instrument: 'kPEPE',
      base: 'PEPE',
      multiplier: 1000,
      quote: 'USDC',
      kind: 'perpetual',
    },
    null,
  ]);
});

describe('a wrong file is named with its row', () => {
  test.each([
    ['object.json', '{}', /object\.json: expected an array of pages$/],
    ['broken.json', '[', /broken\.json: /],
    ['number.json', '[{"url":"https://x.example/"},7]', /number\.json: row 2: expected an object/],
    ['nameless.json', '[{"title":"x"}]', /nameless\.json: row 1: expected an object with url/],
    ['address.json', '[{"url":"nowhere"}]', /address\.json: row 1, url: expected an address, got "nowhere"$/],
    [
      'title.json',
      '[{"url":"https://x.example/","title":3}]',
      /title\.json: row 1, title: expected a text, got 3$/,
    ],
  ])('%s', (name, content, message) => {
    const file = write(name, content);

    expect(() => runSites([file])).toThrow(message);
  });

  test('a file that is not there is named', () => {
    expect(() => runSites([join(folder, 'none.json')])).toThrow(/none\.json: ENOENT/);
  });

  test('one file is expected', () => {
    expect(() => runSites([])).toThrow(/expected a file/);
    expect(() => runSites(['a.json', 'b.json'])).toThrow(/b\.json: expected one file/);
  });
});
