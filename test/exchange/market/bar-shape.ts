import type { MarketBar } from './bar-columns.ts';

/** Where the price stands after a share of a bar. */
export interface CoursePoint {
  readonly share: number;
  readonly price: number;
}

/** A bar, with the course of the price in it where that is not the usual one. */
export type CoursedBar = MarketBar & { readonly course?: readonly CoursePoint[] };

/** The course of the price inside a bar: four straight strokes through its extremes, the nearer extreme first. */
function courseOf(bar: CoursedBar): readonly CoursePoint[] {
  if (bar.course !== undefined) return bar.course;
  const isUp = bar.close >= bar.open;
  const first = isUp ? bar.low : bar.high;
  const second = isUp ? bar.high : bar.low;
  return [
    { share: 0, price: bar.open },
    { share: 0.3, price: first },
    { share: 0.75, price: second },
    { share: 1, price: bar.close },
  ];
}

/** The bar's course until one share of it, from there straight to `price` at another, which then holds. */
export function bentCourse(
  bar: CoursedBar,
  price: number,
  fromShare: number,
  untilShare: number,
): readonly CoursePoint[] {
  return [
    ...courseOf(bar).filter(({ share }) => share < fromShare),
    { share: fromShare, price: priceWithin(bar, fromShare) },
    { share: untilShare, price },
    { share: 1, price },
  ];
}

/** Price after a share of the bar, 0 to 1. */
export function priceWithin(bar: CoursedBar, share: number): number {
  const course = courseOf(bar);
  for (let index = 1; index < course.length; index++) {
    const from = course[index - 1]!;
    const to = course[index]!;
    if (share > to.share) continue;
    if (to.share === from.share) return to.price;
    return from.price + ((to.price - from.price) * (share - from.share)) / (to.share - from.share);
  }
  return bar.close;
}

/** Share of the bar after which the price first stands at `price`, not before `leastShare`; the bar's end if it never does. */
export function shareWhenAt(bar: CoursedBar, price: number, leastShare = 0): number {
  const course = courseOf(bar).filter(({ share }) => share >= leastShare);
  for (let index = 1; index < course.length; index++) {
    const from = course[index - 1]!;
    const to = course[index]!;
    const isCrossed = price >= Math.min(from.price, to.price) && price <= Math.max(from.price, to.price);
    if (!isCrossed) continue;
    const part = to.price === from.price ? 0 : (price - from.price) / (to.price - from.price);
    return from.share + part * (to.share - from.share);
  }
  return 1;
}

/** The bar as it stands after a share of it: what a venue shows of a bar that is not closed. */
export function formingBar(bar: CoursedBar, share: number): CoursedBar {
  const passed = courseOf(bar).filter((point) => point.share <= share);
  const now = priceWithin(bar, share);
  const prices = [...passed.map((point) => point.price), now];
  return {
    ...bar,
    high: Math.max(...prices),
    low: Math.min(...prices),
    close: now,
    volumeBase: bar.volumeBase * share,
    takerBuyBase: bar.takerBuyBase * share,
  };
}
