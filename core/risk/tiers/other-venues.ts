import { progressiveTable, steppedTable } from './offline-table.ts';

/** 2026-11-22, when the margin tables of the documentation were read. Maintenance is half of 1 / maximum leverage. */
const HYPERLIQUID_READ_AT_MS = 1_795_305_600_000;

/** Caps beyond the last published step are open; a number that no position reaches stands for it. */
const OPEN_CAP = 1e12;

export const hyperliquidBtc = progressiveTable(HYPERLIQUID_READ_AT_MS, [
  [150e6, 0.5 / 40, 40],
  [OPEN_CAP, 0.5 / 20, 20],
]);
export const hyperliquidEth = progressiveTable(HYPERLIQUID_READ_AT_MS, [
  [100e6, 0.5 / 25, 25],
  [OPEN_CAP, 0.5 / 15, 15],
]);
export const hyperliquidSol = progressiveTable(HYPERLIQUID_READ_AT_MS, [
  [70e6, 0.5 / 20, 20],
  [OPEN_CAP, 0.5 / 10, 10],
]);
/** Stands in for every coin there without a table of its own here. */
export const hyperliquidMostCoins = progressiveTable(HYPERLIQUID_READ_AT_MS, [
  [3e6, 0.5 / 10, 10],
  [OPEN_CAP, 0.5 / 5, 5],
]);

/** Example of the official risk-limit documentation, 2025-11-30: a small coin. */
export const gateMostCoins = progressiveTable(1_764_460_800_000, [
  [20e3, 0.01, 50],
  [30e3, 0.013, 40],
  [50e3, 0.015, 35],
  [70e3, 0.02, 30],
  [100e3, 0.025, 25],
]);

/** 1 % and 0.005 % more for every coin; each step at its upper end. General knowledge of 2026-11-22, not re-read. */
export const deribitBtc = steppedTable(
  1_795_305_600_000,
  [10, 25, 50, 100, 200, 400].map((coins) => {
    const maintenanceRate = 0.01 + 0.00005 * coins;
    return [coins, maintenanceRate, 1 / (0.02 + 0.00005 * coins)] as const;
  }),
);
