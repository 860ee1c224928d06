import { selectMiddle } from './quantile.ts';
import { DAY_S } from './time.ts';

/**
 * From where on figures of venues contradict each other: the one place for these limits.
 *
 * - Price: arbitrage holds perpetuals of one coin within tens of basis points, in the crash of 10 October 2025 within
 *   two or three percent for minutes. Another coin, another scale or an old price lies further off. In a bar that moves
 *   far they may close a quarter of its range apart.
 * - Open interest and volume against the venue's own last hours: venues differ in size, never in what happens to the
 *   market. Told twice or half, less what an hour of trading may hide of it, is a change of what is counted. A venue's part in
 *   an hour's volume is noisy by itself: six that differ by a sixth an hour leave twice once in two weeks, and two and a
 *   half times never.
 * - Funding against the venue's own last hour: more than itself, or than the premium of a lively hour.
 */
export const PRICE_TOLERANCE = 0.03;
/** Prices further apart than this are those of two assets that go by one name. */
const ANOTHER_ASSET = 0.2;
/** Of two prices under one name, above 0 and in one unit. */
export const areOfTwoAssets = (one: number, other: number): boolean =>
  Math.max(one, other) > (1 + ANOTHER_ASSET) * Math.min(one, other);
/** Of the least range among the bars of venues; holds where that is more than {@link PRICE_TOLERANCE}. */
export const TOLERANCE_OF_RANGE = 0.25;
/** Of two changes, as {@link whoAgrees} takes it: one may be 1.8 times the other. */
export const OPEN_INTEREST_TOLERANCE = 0.8;
/** Of the hours of two venues, each by what is usual for it: one may be 2.5 times the other. */
export const VOLUME_TOLERANCE = 1.5;
/** A fraction of notional in eight hours. */
export const FUNDING_TOLERANCE_8H = 0.0005;

/** No venue lets longs pay shorts more in eight hours: 4 % an hour, the cap of Hyperliquid, the widest of all. */
export const LARGEST_FUNDING_8H = 0.32;

/** What a venue tells otherwise than before for this long, s, is believed: it counts something else from now on. */
export const BELIEVED_AFTER_S = DAY_S;

/** A figure that is this much nearer to the remembered one than another is believed of the two. */
const NEARER = 3;

/**
 * Who can be believed of `count` venues, at most 31, that tell one figure each (above 0; NaN: tells none): bit `i` of the answer
 * stands for `figures[i]`. Those within the tolerance of the middle figure agree; no single venue can move that. Where
 * the middle two contradict each other, as two venues alone do, `remembered` (NaN: nothing) decides for those that are
 * near it; 0: nobody can be believed.
 * @param tolerance as a fraction: 0.03 for 3 %, 1 for twice and half
 */
export function whoAgrees(
  figures: ArrayLike<number>,
  count: number,
  tolerance: number,
  remembered: number,
): number {
  let least = Infinity;
  let most = 0;
  let all = 0;
  for (let index = 0; index < count; index++) {
    const figure = figures[index] ?? NaN;
    if (!(figure > 0)) continue;
    all |= 1 << index;
    if (figure < least) least = figure;
    if (figure > most) most = figure;
  }
  if (most <= least * (1 + tolerance)) return all;
  const told = Float64Array.from(figures).subarray(0, count);
  const [lower, upper] = selectMiddle(told.filter((figure) => figure > 0));
  const isSettled = upper <= lower * (1 + tolerance);
  return isSettled
    ? within(figures, count, Math.sqrt(lower * upper), tolerance)
    : whoRemembers(figures, count, tolerance, remembered);
}

function whoRemembers(
  figures: ArrayLike<number>,
  count: number,
  tolerance: number,
  remembered: number,
): number {
  if (!(remembered > 0)) return 0;
  const near = within(figures, count, remembered, tolerance);
  if (near !== 0) return near;
  const distances = Array.from(figures)
    .slice(0, count)
    .map((figure, index) => ({ index, distance: Math.abs(Math.log(figure / remembered)) }))
    .filter(({ distance }) => distance < Infinity)
    .sort((a, b) => a.distance - b.distance);
  const [first, second] = distances;
  if (first === undefined || second === undefined) return 0;
  return second.distance >= NEARER * first.distance ? 1 << first.index : 0;
}

function within(figures: ArrayLike<number>, count: number, middle: number, tolerance: number): number {
  let bits = 0;
  for (let index = 0; index < count; index++) {
    const figure = figures[index] ?? NaN;
    if (figure <= middle * (1 + tolerance) && figure >= middle / (1 + tolerance)) bits |= 1 << index;
  }
  return bits;
}
