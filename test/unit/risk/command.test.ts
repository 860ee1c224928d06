import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerFile, runRisk } from '../../../core/headless/risk.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'risk-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const write = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

const row = (id: string, inputs: object) => ({
  id,
  venue: 'binance',
  marginMode: 'isolated',
  side: 'long',
  inputs,
});
const good = row('good', { entryPrice: 100, sizeCoins: 1, walletBalance: 10, mmr: 0.01 });
const full = row('full', { entryPrice: 100, sizeCoins: 1, walletBalance: 100, mmr: 0.01 });

describe('the risk command', () => {
  test('answers every row in order, null where nothing can liquidate', () => {
    const file = write('rows.json', JSON.stringify([good, full]));

    expect(answerFile(file)).toEqual([
      { id: 'good', liquidationPrice: 90 / 0.99, bankruptcyPrice: 90, estimate: false },
      { id: 'full', liquidationPrice: null, bankruptcyPrice: null, estimate: false },
    ]);
    expect(JSON.parse(runRisk([file]))).toHaveLength(2);
  });

  test('answers the other rows where one is wrong, and names the field', () => {
    const file = write('rows.json', JSON.stringify([{ ...good, venue: 'nowhere' }, good]));

    const [wrong, right] = answerFile(file);
    expect(wrong?.error).toMatch(/^row 1\.venue: "nowhere" is not one of binance, /);
    expect(right?.error).toBeUndefined();
  });

  test.each([
    ['{', /rows\.json: .*JSON/],
    ['{}', /rows\.json: expected an array of positions/],
  ])('refuses a file that is no array of positions: %s', (text, message) => {
    const file = write('rows.json', text);

    expect(() => runRisk([file])).toThrow(message);
  });

  test('refuses a file that is not there and a call without one', () => {
    expect(() => runRisk([join(folder, 'none.json')])).toThrow(/none\.json/);
    expect(() => runRisk([])).toThrow('expected a file');
  });
});
