import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { account, accounts, MOST_ACCOUNTS } from '../../../core/ledger/accounts/accounts.ts';
import { RefusedError } from '../../../core/market/refusal.ts';
import { ADDRESS, buildAccount, buildTold } from '../../support/accounts.ts';

const addressOf = (index: number): string => `0x${index.toString(16).padStart(40, '0')}`;
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `id${index}`, address: addressOf(index), label: null }));

describe('an address', () => {
  test('is taken as it is pasted, in whatever case and with blanks around it', () => {
    const pasted = ` 0x${'12AB'.repeat(10)}\n`;

    expect(v.parse(account, { id: 'one', address: pasted, label: ' Main ' })).toEqual({
      id: 'one',
      address: ADDRESS,
      label: 'Main',
    });
  });

  test.each([
    '',
    '0x',
    '12ab'.repeat(10),
    `0x${'12ab'.repeat(10)}0`,
    `0x${'12ab'.repeat(9)}12a`,
    `0x${'12ag'.repeat(10)}`,
    `https://app.hyperliquid.xyz/explorer/address/${ADDRESS}`,
    `${ADDRESS}","dex":"xyz`,
  ])('is not %s', (text) => {
    expect(v.is(account, { id: 'one', address: text, label: null })).toBe(false);
  });
});

describe('accounts', () => {
  const put = (stored: unknown, ...added: readonly object[]) =>
    accounts.change(stored, { put: added.map((one) => v.parse(account, one)) });
  const told = buildTold();

  test('come, are renamed without losing what was told, and go with all of it', () => {
    const one = { id: 'one', address: ADDRESS, label: null };
    const stored = accounts.change(put(null, one), { told: { id: 'one', told } });

    const renamed = accounts.restore(put(stored, { ...one, label: 'Main' }));
    const gone = accounts.change(stored, { remove: ['one'] });

    expect(renamed).toEqual([{ ...one, label: 'Main', told }]);
    expect(JSON.stringify(gone)).toBe('[]');
  });

  test('of another address have told nothing yet', () => {
    const stored = [buildAccount()];

    expect(accounts.restore(put(stored, { id: 'account', address: addressOf(7), label: null }))).toEqual([
      { id: 'account', address: addressOf(7), label: null, told: null },
    ]);
  });

  test('keep nothing of what comes after they have gone', () => {
    const gone = accounts.change([buildAccount()], { remove: ['account'] });

    expect(accounts.change(gone, { told: { id: 'account', told } })).toEqual([]);
    expect(accounts.change(many(1), { told: { id: 'account', told } })).toEqual([
      { ...many(1)[0], told: null },
    ]);
  });

  test('are each there once, and not more than can be asked for', () => {
    expect(() => put([buildAccount()], { id: 'two', address: ADDRESS, label: null })).toThrow(RefusedError);
    expect(() => put(many(MOST_ACCOUNTS), { id: 'more', address: ADDRESS, label: null })).toThrow(
      RefusedError,
    );
    expect(accounts.restore(many(MOST_ACCOUNTS))).toHaveLength(MOST_ACCOUNTS);
  });

  test('stay where what was told of them cannot be read', () => {
    const stored = [{ ...buildAccount(), told: { ...told, books: [{ builder: 'moon' }] } }];

    expect(accounts.restore(stored)).toEqual([buildAccount({ told: null })]);
  });

  test('of a later version stay in storage and are left out of the list', () => {
    const later = { id: 'x', place: 'moon' };

    const stored = put([later, buildAccount()], { id: 'two', address: addressOf(2), label: null });

    expect(accounts.restore(stored)).toHaveLength(2);
    expect(stored).toContainEqual(later);
    expect(accounts.restore('nonsense')).toEqual([]);
  });
});
