/** One step of a maintenance table, dollars of notional. */
export interface Tier {
  readonly floorUsd: number;
  readonly capUsd: number;
  readonly maintenanceRate: number;
  /** Dollars that make the table continuous. */
  readonly deductionUsd: number;
  readonly maxLeverage: number;
}

/** Cap in dollars, maintenance rate, leverage: BTC on Binance USD-M in July 2026. */
const LARGE: readonly (readonly [number, number, number])[] = [
  [300_000, 0.004, 150],
  [800_000, 0.005, 100],
  [3_000_000, 0.0065, 75],
  [12_000_000, 0.01, 50],
  [70_000_000, 0.02, 25],
  [100_000_000, 0.025, 20],
  [230_000_000, 0.05, 10],
  [480_000_000, 0.1, 5],
  [600_000_000, 0.125, 4],
];

const SMALL: readonly (readonly [number, number, number])[] = [
  [10_000, 0.01, 75],
  [50_000, 0.015, 50],
  [200_000, 0.02, 25],
  [1_000_000, 0.05, 10],
  [5_000_000, 0.1, 5],
];

/** Maintenance steps of a coin, with continuous deductions. */
export function tiersOf(base: string): readonly Tier[] {
  let floorUsd = 0;
  let deductionUsd = 0;
  let lastRate = 0;
  return (base === 'BTC' || base === 'ETH' ? LARGE : SMALL).map(([capUsd, maintenanceRate, maxLeverage]) => {
    deductionUsd += floorUsd * (maintenanceRate - lastRate);
    const tier = {
      floorUsd,
      capUsd,
      maintenanceRate,
      deductionUsd: Math.round(deductionUsd * 100) / 100,
      maxLeverage,
    };
    floorUsd = capUsd;
    lastRate = maintenanceRate;
    return tier;
  });
}
