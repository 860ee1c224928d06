const DAYS_PER_YEAR = 365;

/**
 * Realised volatility of the last `days` daily returns, percent a year, without taking a mean out: to be read beside
 * the implied one. Null with fewer closes.
 * @param closes daily closes, ascending in time, above 0
 */
export function realisedVolatility(closes: readonly number[], days = 30): number | null {
  if (closes.length < days + 1) return null;
  const recent = closes.slice(-days - 1);
  let sum = 0;
  for (let i = 1; i < recent.length; i++) sum += Math.log((recent[i] ?? NaN) / (recent[i - 1] ?? NaN)) ** 2;
  return 100 * Math.sqrt((sum / days) * DAYS_PER_YEAR);
}
