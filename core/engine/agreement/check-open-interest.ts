import { BELIEVED_AFTER_S, OPEN_INTEREST_TOLERANCE, whoAgrees } from '../../market/agreement.ts';
import { lowerBound } from '../../market/lower-bound.ts';
import type { Marks, VenueSeries } from './venue-series.ts';

/** Rows between two leaps, both ends included. */
interface Stretch {
  readonly first: number;
  readonly last: number;
}

/**
 * Marks the bars of each venue whose open interest left what it was with no other venue following, until it is back.
 * The longest stretch without such a leap is what the venue counts; what lasts a day is believed too. One venue alone
 * is not judged: nobody can say whether others followed.
 * @param prices bars that are not believed anyway
 */
export const checkOpenInterest = (series: readonly VenueSeries[], prices: readonly Marks[]): Marks[] =>
  series.map((one, index) => {
    const isKnown = (row: number): boolean =>
      (one.bars.openInterestBase[row] ?? NaN) > 0 && prices[index]?.[row] !== 1;
    if (series.length < 2) return null;
    const stretches = stretchesOf(one, isKnown);
    const leaps = stretches.length < 2 ? null : markLeaps(one, stretches, series, isKnown);
    return markVanished(one, leaps);
  });

/** Marks also rows of nothing that follow rows of something, unless it stays so for a day: positions do not all close at once. */
function markVanished({ bars }: VenueSeries, leaps: Marks): Marks {
  const { openInterestBase: values, openTimeS, intervalS } = bars;
  const first = values.findIndex((value) => value > 0);
  let marks = leaps;
  for (let row = first < 0 ? -1 : values.indexOf(0, first); row >= 0; row = values.indexOf(0, row + 1)) {
    const next = values.findIndex((value, later) => later > row && value > 0);
    const last = (next < 0 ? values.length : next) - 1;
    const lastingS = (openTimeS[last] ?? 0) - (openTimeS[row] ?? 0) + intervalS;
    if (lastingS < BELIEVED_AFTER_S) marks = (marks ?? new Uint8Array(values.length)).fill(1, row, last + 1);
    row = last;
  }
  return marks;
}

function stretchesOf({ bars }: VenueSeries, isKnown: (row: number) => boolean): readonly Stretch[] {
  const values = bars.openInterestBase;
  const stretches: Stretch[] = [];
  let first = -1;
  let last = -1;
  for (let row = 0; row < values.length; row++) {
    if (!isKnown(row)) continue;
    if (last >= 0 && isLeap(values[last] ?? NaN, values[row] ?? NaN)) {
      stretches.push({ first, last });
      first = -1;
    }
    if (first < 0) first = row;
    last = row;
  }
  if (first >= 0) stretches.push({ first, last });
  return stretches;
}

const isLeap = (from: number, to: number): boolean =>
  to > from * (1 + OPEN_INTEREST_TOLERANCE) || from > to * (1 + OPEN_INTEREST_TOLERANCE);

function markLeaps(
  one: VenueSeries,
  stretches: readonly Stretch[],
  series: readonly VenueSeries[],
  isKnown: (row: number) => boolean,
): Marks {
  const { bars } = one;
  const lengthS = ({ first, last }: Stretch): number =>
    (bars.openTimeS[last] ?? 0) - (bars.openTimeS[first] ?? 0) + bars.intervalS;
  const marks = new Uint8Array(bars.openTimeS.length);
  const anchor = anchorOf(stretches, lengthS);
  const judge = (stretch: Stretch, believedRow: number, nearRow: number): boolean => {
    if (lengthS(stretch) >= BELIEVED_AFTER_S || isFollowed(one, believedRow, nearRow, series)) return true;
    for (let row = stretch.first; row <= stretch.last; row++) if (isKnown(row)) marks[row] = 1;
    return false;
  };
  let believed = stretches[anchor]?.last ?? 0;
  for (const stretch of stretches.slice(anchor + 1)) {
    if (judge(stretch, believed, stretch.first)) believed = stretch.last;
  }
  believed = stretches[anchor]?.first ?? 0;
  for (const stretch of stretches.slice(0, anchor).toReversed()) {
    if (judge(stretch, believed, stretch.last)) believed = stretch.first;
  }
  return marks.includes(1) ? marks : null;
}

/** The longest stretch. The newest one has not ended: it counts once it has lasted a day. */
function anchorOf(stretches: readonly Stretch[], lengthS: (stretch: Stretch) => number): number {
  let anchor = 0;
  stretches.forEach((stretch, index) => {
    const isYoung = index === stretches.length - 1 && lengthS(stretch) < BELIEVED_AFTER_S;
    const longest = stretches[anchor];
    if (!isYoung && (longest === undefined || lengthS(stretch) >= lengthS(longest))) anchor = index;
  });
  return anchor;
}

/** Whether the venue's change between two of its rows is one that the other venues' agree with. */
function isFollowed(
  one: VenueSeries,
  fromRow: number,
  toRow: number,
  series: readonly VenueSeries[],
): boolean {
  const { openTimeS } = one.bars;
  const [fromS, toS] = [openTimeS[fromRow] ?? 0, openTimeS[toRow] ?? 0];
  const changes = series.map((other) => openInterestAt(other, toS) / openInterestAt(other, fromS));
  const own = series.indexOf(one);
  return (whoAgrees(changes, changes.length, OPEN_INTEREST_TOLERANCE, 1) & (1 << own)) !== 0;
}

/** The last open interest that a venue told by the bar that opens at `timeS`; NaN if it told none. */
function openInterestAt({ bars }: VenueSeries, timeS: number): number {
  for (let row = lowerBound(bars.openTimeS, timeS + 1) - 1; row >= 0; row--) {
    const value = bars.openInterestBase[row] ?? NaN;
    if (value > 0) return value;
  }
  return NaN;
}
