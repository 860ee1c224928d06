import type { MarketBar } from './bar-columns.ts';

/** The course of the price inside a bar: four straight strokes through its extremes, the nearer extreme first. */
function courseOf(bar: MarketBar): readonly { readonly share: number; readonly price: number }[] {
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

/** Price after a share of the bar, 0 to 1. */
export function priceWithin(bar: MarketBar, share: number): number {
  const course = courseOf(bar);
  for (let index = 1; index < course.length; index++) {
    const from = course[index - 1]!;
    const to = course[index]!;
    if (share <= to.share) {
      return from.price + ((to.price - from.price) * (share - from.share)) / (to.share - from.share);
    }
  }
  return bar.close;
}

/** Share of the bar after which the price first stands at `price`; the bar's end if it never does. */
export function shareWhenAt(bar: MarketBar, price: number): number {
  const course = courseOf(bar);
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
export function formingBar(bar: MarketBar, share: number): MarketBar {
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
