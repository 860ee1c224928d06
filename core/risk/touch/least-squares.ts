/**
 * Ordinary least squares by the normal equations with Gaussian elimination and partial pivoting.
 * `rows` holds the regressors of each observation. Null where they are collinear or too few.
 */
export function leastSquares(
  rows: readonly (readonly number[])[],
  targets: readonly number[],
): number[] | null {
  const width = rows[0]?.length ?? 0;
  if (width === 0 || rows.length < width) return null;
  const system = Array.from({ length: width }, (_, i) => {
    const line = Array.from({ length: width }, (_, j) =>
      sumOver(rows, (row) => (row[i] ?? 0) * (row[j] ?? 0)),
    );
    line.push(sumOver(rows, (row, at) => (row[i] ?? 0) * (targets[at] ?? 0)));
    return line;
  });
  return solve(system);
}

function solve(system: number[][]): number[] | null {
  const width = system.length;
  for (let column = 0; column < width; column += 1) {
    const pivotAt = pivotIndex(system, column);
    const pivot = system[pivotAt];
    const top = system[column];
    if (pivot === undefined || top === undefined || Math.abs(pivot[column] ?? 0) < 1e-12) return null;
    system[pivotAt] = top;
    system[column] = pivot;
    for (const line of system) {
      if (line === pivot) continue;
      const factor = (line[column] ?? 0) / (pivot[column] ?? 1);
      for (let j = column; j <= width; j += 1) line[j] = (line[j] ?? 0) - factor * (pivot[j] ?? 0);
    }
  }
  return system.map((line, index) => (line[width] ?? 0) / (line[index] ?? 1));
}

function pivotIndex(system: readonly (readonly number[])[], column: number): number {
  let best = column;
  for (let row = column + 1; row < system.length; row += 1) {
    if (Math.abs(system[row]?.[column] ?? 0) > Math.abs(system[best]?.[column] ?? 0)) best = row;
  }
  return best;
}

const sumOver = <T>(items: readonly T[], of: (item: T, index: number) => number): number =>
  items.reduce((sum, item, index) => sum + of(item, index), 0);
