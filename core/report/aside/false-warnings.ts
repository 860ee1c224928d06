import { figureOfRule } from '../../alerts/rules/list.ts';
import type { TakenBack } from '../../alerts/take-back.ts';
import { PRICE_TOLERANCE } from '../../market/agreement.ts';
import type { Bars } from '../../market/bars.ts';
import { QUARTER_HOUR_MS } from '../../market/time.ts';
import type { AsideEntry } from '../../ledger/tables/aside.ts';

/** A burst is of the orders of this time before it is told. */
const BURST_MS = QUARTER_HOUR_MS;

/**
 * What warnings say that is not true by today's knowledge: a price that the market, as far as it is believed, never had
 * in the bar of the warning, falls of open interest told before it was found that a venue told it wrongly, and bursts of
 * forced orders that were not.
 */
export function falseWarnings(log: readonly AsideEntry[], bars: Bars | null): TakenBack {
  const wasWrong = (quantity: AsideEntry['quantity'], atMs: number): boolean =>
    log.some(
      (one) =>
        one.quantity === quantity &&
        atMs >= one.fromMs &&
        atMs < (quantity === 'forced-orders' ? one.untilMs + BURST_MS : one.foundMs),
    );
  return {
    isFalse: ({ rule, at, price }) => {
      const figure = figureOfRule(rule);
      return isImpossible(bars, at / 1000, price) || (figure !== null && wasWrong(figure, at));
    },
    isFalseSample: ({ atMs }) => wasWrong('open-interest', atMs),
  };
}

function isImpossible(bars: Bars | null, atS: number, price: number): boolean {
  if (bars === null) return false;
  const row = bars.openTimeS.findLastIndex((timeS) => timeS <= atS);
  if (row < 0 || (bars.openTimeS[row] ?? 0) + bars.intervalS <= atS) return false;
  const [low, high] = [bars.low[row] ?? NaN, bars.high[row] ?? NaN];
  return price > high * (1 + PRICE_TOLERANCE) || price < low / (1 + PRICE_TOLERANCE);
}
