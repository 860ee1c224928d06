import { progressiveTable } from './offline-table.ts';

/** Brackets of 2026-07-02 as published for USDⓈ-M perpetuals. */
const READ_AT_MS = 1_782_950_400_000;

export const binanceBtc = progressiveTable(READ_AT_MS, [
  [300e3, 0.004, 150],
  [800e3, 0.005, 100],
  [3e6, 0.0065, 75],
  [12e6, 0.01, 50],
  [70e6, 0.02, 25],
  [100e6, 0.025, 20],
  [230e6, 0.05, 10],
  [480e6, 0.1, 5],
  [600e6, 0.125, 4],
  [800e6, 0.15, 3],
  [1200e6, 0.25, 2],
  [1800e6, 0.5, 1],
]);

export const binanceEth = progressiveTable(READ_AT_MS, [
  [300e3, 0.004, 150],
  [800e3, 0.005, 100],
  [3e6, 0.0065, 75],
  [12e6, 0.01, 50],
  [50e6, 0.02, 25],
  [65e6, 0.025, 20],
  [150e6, 0.05, 10],
  [320e6, 0.1, 5],
  [400e6, 0.125, 4],
  [530e6, 0.15, 3],
  [800e6, 0.25, 2],
  [1200e6, 0.5, 1],
]);

/** SOL, and XAU, which had the same brackets. */
export const binanceSol = progressiveTable(READ_AT_MS, [
  [50e3, 0.005, 100],
  [400e3, 0.0065, 75],
  [1e6, 0.01, 50],
  [4e6, 0.02, 25],
  [8e6, 0.025, 20],
  [40e6, 0.05, 10],
  [80e6, 0.1, 5],
  [100e6, 0.125, 4],
  [200e6, 0.25, 2],
  [400e6, 0.5, 1],
]);

/** The brackets that more coins had than any other (107 of 808). */
export const binanceMostCoins = progressiveTable(READ_AT_MS, [
  [5e3, 0.015, 50],
  [10e3, 0.025, 20],
  [20e3, 0.05, 10],
  [50e3, 0.1, 5],
  [250e3, 0.125, 4],
  [500e3, 0.1667, 3],
  [7.5e6, 0.25, 2],
  [12.5e6, 0.5, 1],
]);
