import { describe, expect, test } from 'vitest';

import { forEachCell } from '../../../core/engine/class-weights.ts';
import { CLASSES } from '../../../core/engine/parameters.ts';
import { createInventory } from '../../../core/engine/inventory.ts';
import type { Inventory } from '../../../core/engine/index.ts';
import { classHazards, type ClassWeights } from '../../../core/engine/parameters.ts';
import { anchoredWeights, createStockAnchor, takeStock } from '../../../core/engine/public/stock-anchor.ts';
import type { PublicPosition } from '../../../core/market/public-position.ts';
import { buildPublicPosition } from '../../support/public-positions.ts';

/** All 1,000 coins of a side opened at one price: its stock by distance is the flow shares themselves. */
const INVENTORY = createInventory(100, 1000);
const PRIOR = INVENTORY.parameters.flowShares;

/** `count` equal positions of a side that are liquidated `distance` (log) from their entry. */
const positionsAt = (count: number, distance: number, side: 'long' | 'short' = 'long'): PublicPosition[] =>
  Array.from({ length: count }, () =>
    buildPublicPosition({
      side,
      liquidationPrice: 100 * Math.exp(side === 'long' ? -distance : distance),
    }),
  );

const anchorOf = (positions: readonly PublicPosition[], inventory: Inventory = INVENTORY) =>
  takeStock(createStockAnchor(), inventory, positions, 0);

function coinsOf(inventory: Inventory, weights: ClassWeights, side: 'long' | 'short'): number {
  let coins = 0;
  forEachCell(inventory[side], classHazards(0.6), (k, _, massBase) => {
    coins += massBase * (weights[side][k] ?? 0);
  });
  return coins;
}

/** Class of distance 0.113, and of 0.012. */
const FAR = 15;
const NEAR = 5;

describe('the stock of leverage', () => {
  test('is what the flow shares say while no position is known', () => {
    expect(anchoredWeights(createStockAnchor(), PRIOR, INVENTORY)).toBe(PRIOR);
  });

  test('still adds up to open interest when public positions have bent it', () => {
    const weights = anchoredWeights(anchorOf(positionsAt(100, 0.012)), PRIOR, INVENTORY);

    expect(coinsOf(INVENTORY, weights, 'long')).toBeCloseTo(1000, 6);
    expect(coinsOf(INVENTORY, weights, 'short')).toBeCloseTo(1000, 6);
  });

  test('moves to where public positions are', () => {
    const weights = anchoredWeights(anchorOf(positionsAt(100, 0.012)), PRIOR, INVENTORY);

    expect(weights.long[NEAR] ?? 0).toBeGreaterThan(5 * (PRIOR.long[NEAR] ?? 0));
    expect(weights.long[FAR] ?? 0).toBeLessThan(PRIOR.long[FAR] ?? 0);
  });

  test('moves further the more positions there are, and hardly for one large one among many small ones', () => {
    const bent = (positions: readonly PublicPosition[]): number =>
      anchoredWeights(anchorOf(positions), PRIOR, INVENTORY).long[NEAR] ?? 0;
    const whale = { ...buildPublicPosition({ liquidationPrice: 100 * Math.exp(-0.012) }), sizeBase: 1e6 };

    const one = bent([whale, ...positionsAt(50, 0.113)]);

    expect(bent(positionsAt(100, 0.012))).toBeGreaterThan(2 * bent(positionsAt(10, 0.012)));
    expect(one).toBeLessThan(1.5 * (PRIOR.long[NEAR] ?? 0));
  });

  test('takes positions that nothing liquidates for what no price reaches', () => {
    const positions = Array.from({ length: 100 }, () => buildPublicPosition({ liquidationPrice: null }));
    const weights = anchoredWeights(anchorOf(positions), PRIOR, INVENTORY);

    expect(weights.long[CLASSES - 1] ?? 0).toBeGreaterThan(1.8 * (PRIOR.long[CLASSES - 1] ?? 0));
  });

  test('says a little of the other side too', () => {
    const weights = anchoredWeights(anchorOf(positionsAt(100, 0.012)), PRIOR, INVENTORY);

    expect(weights.short[NEAR] ?? 0).toBeGreaterThan(PRIOR.short[NEAR] ?? 0);
    expect(weights.short[NEAR] ?? 0).toBeLessThan(weights.long[NEAR] ?? 0);
  });
});

describe('looking again', () => {
  test('within the hour changes nothing', () => {
    const anchor = anchorOf(positionsAt(10, 0.012));

    expect(takeStock(anchor, INVENTORY, positionsAt(19, 0.113), 3599)).toBe(anchor);
  });

  test('within the hour counts where twice as many positions are seen', () => {
    const anchor = takeStock(anchorOf(positionsAt(10, 0.012)), INVENTORY, positionsAt(20, 0.113), 60);

    expect(anchor.takenAtS).toBe(60);
    expect(anchor.long.weight).toBeCloseTo(30, 1);
  });

  test('at nothing changes nothing', () => {
    const anchor = createStockAnchor();

    expect(takeStock(anchor, INVENTORY, [], 0)).toBe(anchor);
  });

  test('after three days leaves a third of what was seen', () => {
    const before = anchorOf(positionsAt(10, 0.012));
    const after = takeStock(before, INVENTORY, positionsAt(10, 0.113), 3 * 86_400);

    // Ten effective positions each: exp(-1) of the first look, and the second.
    expect(after.long.weight).toBeCloseTo(10 * Math.exp(-1) + 10, 9);
    expect((after.long.known[NEAR] ?? 0) / (after.long.known[FAR] ?? 0)).toBeCloseTo(Math.exp(-1), 9);
  });
});
