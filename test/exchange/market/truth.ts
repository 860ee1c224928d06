import type { PositionSide } from '../../../core/market/forced-order.ts';
import type { CoinMarket } from './coin-market.ts';

/** What the traders really hold at a time, by liquidation price. Bins as in `LiquidationMap`. */
export interface Truth {
  readonly atS: number;
  readonly logStep: number;
  readonly firstBin: number;
  /** Coins by liquidation price. */
  readonly longBase: Float64Array;
  readonly shortBase: Float64Array;
  /** Coins that can never be liquidated are in these sums and in no bin. */
  readonly totalLongBase: number;
  readonly totalShortBase: number;
}

/** Exposure as it stood at the close of the last step that ended by `atS`. */
export function truthAt(coin: CoinMarket, atS: number, logStep = 0.001): Truth {
  const { book } = coin;
  const step = coin.stepAt(atS) - 1;
  const [low, high] = rangeOf(coin);
  const firstBin = Math.floor(Math.log(low) / logStep);
  const bins = Math.floor(Math.log(high) / logStep) - firstBin + 1;
  const exposure = [new Float64Array(bins), new Float64Array(bins)] as const;
  const total: [number, number] = [0, 0];
  for (let row = 0; row < book.length; row++) {
    if (book.openedStep[row]! > step || book.closedStep[row]! <= step) continue;
    const side = book.side[row] === 0 ? 0 : 1;
    total[side] += book.sizeBase[row]!;
    const price = book.liquidationPrice[row]!;
    if (price === 0) continue;
    exposure[side][Math.floor(Math.log(price) / logStep + 1e-9) - firstBin]! += book.sizeBase[row]!;
  }
  return {
    atS,
    logStep,
    firstBin,
    longBase: exposure[0],
    shortBase: exposure[1],
    totalLongBase: total[0],
    totalShortBase: total[1],
  };
}

/** Dollars, at the liquidation price, of one side's positions that are liquidated between the two prices. */
export function exposureBetweenUsd(
  coin: CoinMarket,
  atS: number,
  side: PositionSide,
  low: number,
  high: number,
): number {
  const { book } = coin;
  const step = coin.stepAt(atS) - 1;
  const code = side === 'long' ? 0 : 1;
  let usd = 0;
  for (let row = 0; row < book.length; row++) {
    if (book.side[row] !== code || book.openedStep[row]! > step || book.closedStep[row]! <= step) continue;
    const price = book.liquidationPrice[row]!;
    if (price >= low && price <= high) usd += book.sizeBase[row]! * price;
  }
  return usd;
}

function rangeOf(coin: CoinMarket): readonly [number, number] {
  let low = Infinity;
  let high = 0;
  for (let row = 0; row < coin.book.length; row++) {
    const price = coin.book.liquidationPrice[row]!;
    if (price === 0) continue;
    low = Math.min(low, price);
    high = Math.max(high, price);
  }
  return [low, high];
}
