import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { ASSET_CLASSES } from '../../../core/market/asset-class.ts';
import { assetOf, assetOfMarket, assetText, marketId, readAsset } from '../../../core/market/asset.ts';

describe('a market is base and class', () => {
  test.each([
    [{ base: 'BTC' }, 'BTCUSDT', 'BTC'],
    [{ base: 'CAT', assetClass: 'crypto' }, 'CATUSDT', 'CAT'],
    [{ base: 'CAT', assetClass: 'equity' }, 'CAT.equity', 'CAT share'],
    [{ base: 'XAU', assetClass: 'commodity' }, 'XAU.commodity', 'XAU commodity'],
    [{ base: 'US500', assetClass: 'index' }, 'US500.index', 'US500 index'],
    [{ base: 'EURUSD', assetClass: 'currency' }, 'EURUSD.currency', 'EURUSD currency'],
    [{ base: '币安人生' }, '币安人生USDT', '币安人生'],
  ] as const)('%o is %s, for a reader %s', (asset, id, text) => {
    expect(marketId(asset)).toBe(id);
    expect(assetText(asset)).toBe(text);
    expect(assetOf(assetOfMarket(id))).toEqual(assetOf(asset));
  });

  const base = fc.stringMatching(/^[A-Z0-9]{1,24}$/);
  const asset = fc.record({ base, assetClass: fc.constantFrom(...ASSET_CLASSES) });

  test('ids and names are told apart and undone for every base and class', () => {
    fc.assert(
      fc.property(asset, asset, (one, other) => {
        expect(assetOfMarket(marketId(one))).toEqual(one);
        expect(readAsset(assetText(one))).toEqual(one);
        expect(marketId(one) === marketId(other)).toBe(
          one.base === other.base && one.assetClass === other.assetClass,
        );
      }),
      { seed: 10 },
    );
  });
});

test('an asset is read as its user writes it', () => {
  expect(readAsset('  cat Share ')).toEqual({ base: 'CAT', assetClass: 'equity' });
  expect(readAsset('sol')).toEqual({ base: 'SOL', assetClass: 'crypto' });
  for (const text of ['', 'BTC-USDT', 'CAT token', 'a b c']) expect(readAsset(text)).toBeNull();
});
