import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { positionsItem, renewPositions } from '../../../core/io/user-items.ts';
import { buildPosition } from '../../support/sample-position.ts';

const stored = async (): Promise<unknown> => (await fakeBrowser.storage.local.get('positions'))['positions'];

describe('positions in storage', () => {
  beforeEach(() => {
    fakeBrowser.reset();
  });

  test('of the first version are read, and brought to the newest when the extension is updated', async () => {
    await fakeBrowser.storage.local.set({ positions: [buildPosition()] });

    expect(await positionsItem.getValue()).toEqual([buildPosition()]);
    await renewPositions();

    expect(await stored()).toEqual({ version: 2, positions: [buildPosition()] });
  });

  test('that cannot be read are left out, and outlive migrating and saving', async () => {
    const strange = { id: 'x', venue: 'moon' };
    await fakeBrowser.storage.local.set({ positions: [buildPosition(), strange] });

    await renewPositions();
    await positionsItem.change(() => ({ remove: [buildPosition().id] }));
    await renewPositions();

    expect(await positionsItem.getValue()).toEqual([]);
    expect(await stored()).toEqual({ version: 2, positions: [], unread: [strange] });
  });

  test('of a version of the future are kept as they are', async () => {
    const future = { version: 3, positions: { by: 'coin' } };
    await fakeBrowser.storage.local.set({ positions: future });

    await renewPositions();

    expect(await positionsItem.getValue()).toEqual([]);
    expect(await stored()).toEqual({ version: 2, positions: [], unread: [future] });
  });

  test('that an earlier version could not read are read by this one, each once', async () => {
    const [first, second, third] = ['first', 'second', 'third'].map((id) => buildPosition({ id }));
    const unread = [second, { ...first, side: 'short' }, { version: 2, positions: [third] }];
    await fakeBrowser.storage.local.set({ positions: { version: 2, positions: [first], unread } });

    expect(await positionsItem.getValue()).toEqual([first, second, third]);
    await positionsItem.change(() => ({ remove: ['second'] }));

    expect(await stored()).toEqual({
      version: 2,
      positions: [first, third],
      unread: [{ ...first, side: 'short' }],
    });
  });

  test('that are removed do not come back from what could not be read', async () => {
    const first = buildPosition();
    const unread = [{ ...first, side: 'short' }, { id: 'first', venue: 'moon' }, { id: 'other' }];
    await fakeBrowser.storage.local.set({ positions: { version: 2, positions: [first], unread } });

    await positionsItem.change(() => ({ remove: ['first'] }));

    expect(await stored()).toEqual({ version: 2, positions: [], unread: [{ id: 'other' }] });
  });

  /** As a later version would store it. */
  const later = { ...buildPosition(), note: 'hedge', size: { unit: 'usd', value: 25_000, lots: 3 } };

  test('keep what only a later version knows of them, which nobody is told', async () => {
    await fakeBrowser.storage.local.set({ positions: { version: 2, positions: [later] } });

    expect(await positionsItem.getValue()).toEqual([buildPosition()]);
    await positionsItem.change(() => ({ put: [buildPosition({ id: 'second' })] }));
    await positionsItem.change(() => ({ put: [buildPosition({ stopPrice: 90_000 })] }));

    expect(await stored()).toEqual({
      version: 2,
      positions: [{ ...later, stopPrice: 90_000 }, buildPosition({ id: 'second' })],
    });
  });

  test('are after a change what it says, whatever was stored that this version passes over', async () => {
    const ofPast = {
      ...later,
      assetClass: 'crypto',
      walletBalanceBase: 7,
      addedMarginBase: 7,
      targets: 'all',
    };
    const next = buildPosition({
      base: 'XAU',
      contract: 'inverse',
      walletBalanceBase: null,
      addedMarginBase: 0,
      size: { unit: 'usd', value: 30_000 },
    });
    await fakeBrowser.storage.local.set({ positions: { version: 2, positions: [ofPast] } });

    expect(await positionsItem.change(() => ({ put: [next] }))).toEqual([next]);
    expect(await positionsItem.change(() => ({ put: [buildPosition()] }))).toEqual([buildPosition()]);
    expect(await stored()).toEqual({
      version: 2,
      positions: [{ ...buildPosition(), note: 'hedge', targets: 'all' }],
    });
  });

  test.each([
    ['stopPrice', -1, { stopPrice: null }],
    ['stopPrice', { at: 88_400, trails: true }, { stopPrice: null }],
    [
      'targets',
      [
        { price: 95_000, share: 0.5 },
        { price: 99_000, share: 0.6 },
      ],
      {},
    ],
    ['targets', 'all at once', {}],
  ])('with the %s %j lose that alone, and nothing of it in storage', async (name, value, read) => {
    const odd = { ...buildPosition(), [name]: value };
    await fakeBrowser.storage.local.set({ positions: { version: 2, positions: [odd] } });

    expect(await positionsItem.getValue()).toEqual([buildPosition(read)]);
    await positionsItem.change(() => ({ put: [buildPosition({ ...read, horizonHours: 8 })] }));

    expect(await stored()).toEqual({ version: 2, positions: [{ ...odd, horizonHours: 8 }] });
  });

  test.each([
    ['assetClass', 'bond'],
    ['contract', 'quanto'],
    ['side', 'both'],
    ['entryPrice', 0],
    ['size', { unit: 'lots', value: 1 }],
    ['margin', { kind: 'leverage', leverage: null }],
    ['marginMode', 'portfolio'],
    ['walletBalanceUsd', '5000'],
    ['addedMarginUsd', '10'],
    ['horizonHours', -24],
  ])('with the %s %j would have wrong figures and stay unread', async (name, value) => {
    const wrong = { ...buildPosition(), [name]: value };
    await fakeBrowser.storage.local.set({ positions: { version: 2, positions: [wrong] } });

    expect(await positionsItem.getValue()).toEqual([]);
    await positionsItem.change(() => ({}));

    expect(await stored()).toEqual({ version: 2, positions: [], unread: [wrong] });
  });

  test('nothing stored stays nothing', async () => {
    await renewPositions();

    expect(await stored()).toBeUndefined();
  });

  test('tell watchers of a later value', async () => {
    const seen: unknown[] = [];
    const stop = positionsItem.watch((value) => seen.push(value));

    await positionsItem.change(() => ({ put: [buildPosition()] }));
    stop();

    expect(seen).toEqual([[buildPosition()]]);
  });
});
