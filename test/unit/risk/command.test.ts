import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writePositionFile } from '../../../core/market/position-file.ts';
import type { ScenarioAnswer } from '../../../core/headless/risk-scenario.ts';
import { answerFile, type RiskAnswer, runRisk } from '../../../core/headless/risk.ts';
import { buildPosition } from '../../support/sample-position.ts';

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

  test('says of a row with a stop what it risks, gains and costs, and how likely each end is', () => {
    const planned = row('planned', {
      ...good.inputs,
      stopPrice: 95,
      targets: [{ price: 110, share: 1 }],
      horizonHours: 24,
    });
    const file = write('rows.json', JSON.stringify([planned]));
    const ask = (...more: string[]) => (JSON.parse(runRisk([file, ...more])) as [RiskAnswer])[0].plan;

    expect(ask()).toMatchObject({ riskUsd: 5, rewardToRisk: 2, chances: null });
    const { chances, sizeForRisk } = ask('--volatility', '4', '--risk', '51') ?? {};
    const { target, end, neither } = chances?.first ?? {};
    expect(chances?.end).toEqual({ by: 'stop', price: 95 });
    expect((target ?? 0) + (end ?? 0) + (neither ?? 0)).toBeCloseTo(1, 12);
    // Five percent and a tenth of fees.
    expect(sizeForRisk?.notionalUsd).toBeCloseTo(1_000, 9);
  });

  test('reads a file as the extension exports it, and says which position breaks first and what is left', () => {
    const positions = [
      buildPosition({ id: 'btc', entryPrice: 100, size: { unit: 'base', value: 1 } }),
      buildPosition({
        id: 'eth',
        base: 'ETH',
        entryPrice: 50,
        size: { unit: 'base', value: 1 },
        marginMode: 'cross',
        walletBalanceUsd: 40,
      }),
    ];
    const file = write('positions.json', writePositionFile(positions));
    const { scenario, positions: answers } = JSON.parse(
      runRisk([file, '--scenario', 'BTC -12, ETH -20', '--prices', 'BTC 100, ETH 55']),
    ) as { scenario: ScenarioAnswer; positions: readonly RiskAnswer[] };

    expect(answers.map(({ id, plan }) => [id, plan !== undefined])).toEqual([
      ['btc', true],
      ['eth', true],
    ]);
    // BTC has 10 of margin; ETH 40 and 5 of profit, and loses 11.
    expect(scenario).toMatchObject({ equityUsd: 55, leftUsd: 34, first: { id: 'btc' } });
    expect(scenario.first?.price).toBeCloseTo(answers[0]?.liquidationPrice ?? NaN, 9);
  });

  test.each([
    [['--scenario', 'DOGE -5'], '--scenario DOGE -5: not-held: DOGE'],
    [['--prices', 'BTC'], '--prices BTC: expected a coin and its price'],
    [['--volatility', 'much'], '--volatility much: expected a number'],
  ])('names what is wrong with %j', (options, message) => {
    const file = write('rows.json', JSON.stringify([good]));

    expect(() => runRisk([file, ...options])).toThrow(message);
  });

  test('names a wrong target of a row, and answers the others', () => {
    const wrong = row('wrong', { ...good.inputs, targets: [{ price: 110, share: 2 }] });
    const file = write('rows.json', JSON.stringify([wrong, good]));

    const [first, second] = answerFile(file);
    expect(first?.error).toBe('targets[0].share: the shares are more than the whole');
    expect(second?.error).toBeUndefined();
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
