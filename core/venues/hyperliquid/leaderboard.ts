import type { TraderScan } from '../venue.ts';

/** An account and its value, as they stand next to each other in the file. */
const ROW = /"ethAddress"\s*:\s*"(0x[0-9a-fA-F]{40})"\s*,\s*"accountValue"\s*:\s*"(\d+(?:\.\d+)?)"/g;
/** Longest text that a row's beginning can take; what is kept of one part for the next. */
const LONGEST_ROW = 160;

/**
 * Finds the `count` accounts of the highest value in a leaderboard that comes in parts, holding no more of it than a
 * row. What does not look like a row is passed over.
 */
export function scanLeaderboard(count: number): TraderScan {
  let rest = '';
  let largest: { readonly address: string; readonly valueUsd: number }[] = [];
  let leastUsd = 0;
  return {
    push: (part) => {
      const text = rest + part;
      let end = Math.max(0, text.length - LONGEST_ROW);
      for (const match of text.matchAll(ROW)) {
        const [, address = '', value] = match;
        const valueUsd = Number(value);
        end = Math.max(end, match.index + match[0].length);
        if (valueUsd > leastUsd) largest.push({ address: address.toLowerCase(), valueUsd });
      }
      rest = text.slice(end);
      if (largest.length < 2 * count) return;
      largest = largest.toSorted((a, b) => b.valueUsd - a.valueUsd).slice(0, count);
      leastUsd = largest.at(-1)?.valueUsd ?? 0;
    },
    traders: () => {
      const sorted = largest.toSorted((a, b) => b.valueUsd - a.valueUsd).slice(0, count);
      return [...new Set(sorted.map(({ address }) => address))];
    },
  };
}
