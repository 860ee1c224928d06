import type { DailyCandle } from '../levels/daily-candle.ts';
import { madeOnce } from '../market/made-once.ts';
import { PRICE_TOLERANCE } from '../market/agreement.ts';

/**
 * One venue's daily candles as far as they are believed. Where the market's `own` days, made of the bars of several
 * venues, contradict one, they take its place; where they contradict most, nothing that the venue says of other days is
 * believed either. An older day that leaves where its neighbours meet and comes back is left out.
 * @param told ascending in time
 * @returns `told` itself where all of it is believed
 */
export const believedDays = madeOnce(believedOf);

function believedOf(told: readonly DailyCandle[], own: readonly DailyCandle[]): readonly DailyCandle[] {
  const ownByTime = new Map(own.map((day) => [day.openTimeS, day]));
  const compared = told.filter(({ openTimeS }) => ownByTime.has(openTimeS));
  const wrong = compared.filter((day) => contradicts(day, ownByTime.get(day.openTimeS)));
  if (wrong.length > compared.length / 2) return own;
  const mended = told.map((day) => (wrong.includes(day) ? (ownByTime.get(day.openTimeS) ?? day) : day));
  const believed = mended.filter(
    (_, index) => !isExcursion(mended[index - 1], mended[index], mended[index + 1]),
  );
  return wrong.length === 0 && believed.length === told.length ? told : believed;
}

const contradicts = (day: DailyCandle, own: DailyCandle | undefined): boolean =>
  own !== undefined &&
  (['open', 'high', 'low', 'close'] as const).some((price) => isApart(day[price], own[price]));

const isExcursion = (
  before: DailyCandle | undefined,
  day: DailyCandle | undefined,
  after: DailyCandle | undefined,
): boolean =>
  before !== undefined &&
  day !== undefined &&
  after !== undefined &&
  isApart(before.close, day.open) &&
  isApart(day.close, after.open) &&
  !isApart(before.close, after.open);

const isApart = (a: number, b: number): boolean => Math.max(a, b) > Math.min(a, b) * (1 + PRICE_TOLERANCE);
