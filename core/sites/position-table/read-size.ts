import type { PageMarket } from '../../market/page-market.ts';
import type { TableDoubt } from '../../market/shown-position.ts';
import { namesIn, numbersIn, type RowCells } from './row-cells.ts';

interface SizeSurroundings {
  readonly market: PageMarket;
  /** What the table calls the contract. */
  readonly name: string;
  /** USD for one coin. */
  readonly entryPrice: number;
  readonly markPrice: number;
  readonly numberOf: (digits: string) => number;
}

/** A value that is the size times a price to this share proves that the size counts in what the price is of. */
const MOST_DIFFERENCE = 0.02;

/**
 * A size in coins. It counts in what stands beside it: the contract's own coin, or dollars at mark. Without a unit the
 * value has to prove it; contracts and anything else are not known.
 */
export function readSize(
  cells: RowCells,
  { market, name, entryPrice, markPrice, numberOf }: SizeSurroundings,
): { readonly sizeBase: number; readonly isNegative: boolean } | TableDoubt {
  const [number, ...others] = numbersIn(cells.size);
  const [unit, ...more] = namesIn(cells.size);
  const count = number === undefined ? NaN : numberOf(number.digits);
  if (number === undefined || others.length > 0 || more.length > 0 || !(count > 0)) return 'text';
  const { isNegative } = number;
  const { base, multiplier, quote } = market;
  if (unit === quote || number.hasDollar)
    return unit === undefined || unit === quote ? { sizeBase: count / markPrice, isNegative } : 'unit';
  if (unit === undefined) {
    const [value] = numbersIn(cells.value);
    const valueUsd = value === undefined ? NaN : numberOf(value.digits);
    const isProved = [entryPrice, markPrice].some(
      (price) => Math.abs(valueUsd / (count * multiplier * price) - 1) <= MOST_DIFFERENCE,
    );
    return isProved ? { sizeBase: count * multiplier, isNegative } : 'unit';
  }
  const isOwn = unit === name || `${unit}${quote}` === name.replaceAll(/[/-]|-SWAP$/g, '');
  return isOwn || (unit === base && multiplier === 1) ? { sizeBase: count * multiplier, isNegative } : 'unit';
}
