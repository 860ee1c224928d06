import { describe, expect, test } from 'vitest';
import { CLASSES, createParameters } from '../../../core/engine/parameters.ts';
import { classHazards } from '../../../core/engine/parameters.ts';
import { createSideBook, deposit, settle, type SideBook, totalMass } from '../../../core/engine/side-book.ts';
import { createSideModel } from '../../../core/engine/side-model.ts';
import { close, normalise, open, sweep } from '../../../core/engine/side-step.ts';

/** Class 10 lies 37 bins from entry to liquidation. */
const CLASS_AT_37 = 10;
const NEVER = CLASSES - 1;

/** Half of all openings 3.7 % from liquidation, half beyond reach; every class is closed at the same rate. */
function buildModel(nearClass = CLASS_AT_37) {
  const shares = new Float64Array(CLASSES);
  shares[nearClass] = 0.5;
  shares[NEVER] = 0.5;
  return createSideModel(
    createParameters({ holdingExponent: 0, flowShares: { long: shares, short: shares } }),
    'long',
  );
}

/** Class-agnostic coins of one cell. */
function massAt(book: SideBook, bin: number, distanceClass: number): number {
  return (book.stored[(bin - book.firstBin) * CLASSES + distanceClass] ?? NaN) * book.scale;
}

describe('sweep', () => {
  test('liquidates a class exactly when the low reaches its liquidation bin', () => {
    const model = buildModel();
    const book = createSideBook(model, 1000, 100);

    expect(sweep(book, model, 964, undefined)).toBe(0);
    expect(sweep(book, model, 963, undefined)).toBe(50);
    expect(totalMass(book)).toBe(50);
  });

  test('tells the observer the class, the liquidation bin and the class-agnostic coins', () => {
    const model = buildModel();
    const book = createSideBook(model, 1000, 100);
    const seen: number[][] = [];

    sweep(book, model, 963, (...cell) => seen.push(cell));

    // The classes nearer than 37 bins are swept too: each holds the 100 coins it would have had alone.
    expect(seen).toHaveLength(11);
    expect(seen.at(-1)).toEqual([CLASS_AT_37, 963, 100]);
    expect(seen[0]).toEqual([0, 996, 100]);
  });

  test('liquidates nothing twice', () => {
    const model = buildModel();
    const book = createSideBook(model, 1000, 100);
    sweep(book, model, 900, undefined);

    expect(sweep(book, model, 900, undefined)).toBe(0);
  });
});

describe('close', () => {
  const logPrice = 1000.5 * 0.001;

  test('takes coins near entry at 0.6 of the mean rate', () => {
    const model = buildModel();
    const book = createSideBook(model, 1000, 100);

    close(book, model, 10, logPrice);
    settle(book, model, 1000);

    // rate = 10 / (0.6 * 100); what stays = 100 * exp(-rate * 0.6) = 100 * exp(-0.1).
    expect(totalMass(book)).toBeCloseTo(90.483_741_8, 6);
  });

  test('takes coins in profit 1.35 / 0.9 times as fast as coins in loss', () => {
    const model = buildModel();
    const book = createSideBook(model, 1000, 100);
    deposit(book, model, 1060, 100, Infinity);

    // The price lies 3 % above the first entry and 3 % below the second.
    close(book, model, 45, 1030.5 * 0.001);
    settle(book, model, 1000);
    settle(book, model, 1060);

    // rate = 45 / (1.35 * 100 + 0.9 * 100) = 0.2: exp(-0.27) and exp(-0.18).
    expect(massAt(book, 1000, NEVER)).toBeCloseTo(76.337_949, 5);
    expect(massAt(book, 1060, NEVER)).toBeCloseTo(83.527_021, 5);
  });

  test('keeps the sum of a bin exact to 1e-7 while decay is pending', () => {
    const model = createSideModel(createParameters(), 'long');
    const book = createSideBook(model, 1000, 100);

    for (let bar = 0; bar < 500; bar++) {
      close(book, model, 0.05, logPrice);
      const tracked = totalMass(book);
      const settled = structuredClone(book);
      settle(settled, model, 1000);
      expect(Math.abs(totalMass(settled) / tracked - 1)).toBeLessThan(1e-7);
    }
  });

  test('closes near classes sooner: (5 % / distance) ^ 0.6 between 0.15 and 6', () => {
    const hazards = classHazards(0.6);

    // 0.4 %: 12.5 ^ 0.6; 110 %: 0.0454545 ^ 0.6.
    expect(hazards[0]).toBeCloseTo(4.551_38, 4);
    expect(hazards[25]).toBeCloseTo(0.156_51, 4);
    expect(hazards[NEVER]).toBe(0.15);
  });
});

describe('open', () => {
  test('puts half at the close and half evenly over the bar', () => {
    const model = buildModel();
    const book = createSideBook(model, 1000, 0);

    const opened = open(book, model, 80, { worstBin: 100, bestBin: 103, closeBin: 101, logClose: 0.1015 });

    expect(opened).toBe(80);
    expect([100, 101, 102, 103].map((bin) => massAt(book, bin, NEVER))).toEqual([10, 50, 10, 10]);
  });

  test('leaves out what the bar has already killed', () => {
    const model = buildModel(0);
    const book = createSideBook(model, 100, 0);

    // Ten bins of range: 4 coins each. Class 0 lies 4 bins below entry, so entries from 105 on are dead at 101.
    const opened = open(book, model, 80, { worstBin: 100, bestBin: 109, closeBin: 101, logClose: 0.1015 });

    expect([104, 105].map((bin) => massAt(book, bin, 0))).toEqual([4, 0]);
    expect([104, 105].map((bin) => massAt(book, bin, NEVER))).toEqual([4, 4]);
    // 5 bins x 4 coins x half of the shares are missing.
    expect(opened).toBeCloseTo(70, 12);
  });
});

describe('normalise', () => {
  test('scales the side to open interest and returns the logarithm of the factor', () => {
    const model = buildModel();
    const book = createSideBook(model, 1000, 100);

    expect(normalise(book, model, 110, 1000)).toBeCloseTo(Math.log(1.1), 12);
    expect(totalMass(book)).toBeCloseTo(110, 10);
  });

  test('forgets edges that hold nothing, and the grid follows the price', () => {
    const model = buildModel();
    const book = createSideBook(model, 1000, 1e-12);
    deposit(book, model, 5000, 100, Infinity);

    normalise(book, model, 100, 5000);

    expect(book.lowBin).toBe(5000);
    deposit(book, model, 6000, 1, Infinity);
    expect(book.decay.length).toBeLessThan(1200);
    expect(massAt(book, 5000, NEVER)).toBeCloseTo(100, 9);
  });
});
