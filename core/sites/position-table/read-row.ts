import type { PositionSide } from '../../market/forced-order.ts';
import type { PageMarket } from '../../market/page-market.ts';
import type { ShownPosition, TableDoubt } from '../../market/shown-position.ts';
import type { CellToken } from './cell-tokens.ts';
import type { Column } from './column-words.ts';
import { readSize } from './read-size.ts';
import { namesIn, numbersIn, type RowCells, wordsIn } from './row-cells.ts';
import type { TableHint } from './table-hint.ts';

interface RowReader {
  readonly hint: TableHint;
  readonly marketOf: (name: string) => PageMarket | null;
  /** A number of the page; NaN for what is none. */
  readonly numberOf: (digits: string) => number;
}

const DOLLARS = new Set(['USD', 'USDT', 'USDC', 'USD₮', 'USDⓈ']);
const MOST_LEVERAGE = 500;
/** Amounts beyond are no person's. */
const MOST_USD = 1e10;

/** One row: a position, null for a contract that is not read, or the doubt that there is. */
export function readRow(cells: RowCells, reader: RowReader): ShownPosition | null | TableDoubt {
  const { hint, marketOf, numberOf } = reader;
  const all = Object.values(cells).flat();
  const [name, ...others] = namesIn(cells.contract);
  if (name === undefined || others.length > 0 || numbersIn(cells.contract).length > 0) return 'text';
  const market = marketOf(name);
  if (market === null) return 'text';
  if (market.kind !== 'perpetual' || market.quote === 'USD') return null;

  const priceOf = (column: Column): number => {
    const price = onlyAmount(cells[column], numberOf, market);
    return price === null ? NaN : price / market.multiplier;
  };
  const [entryPrice, markPrice] = [priceOf('entry'), priceOf('mark')];
  const isUnnamed = wordsIn(cells.liquidation).includes('none') && numbersIn(cells.liquidation).length === 0;
  const named = isUnnamed ? 0 : priceOf('liquidation');
  if (![entryPrice, markPrice].every(isPrice) || !(named === 0 || isPrice(named))) return 'text';
  const liquidationPrice = named === 0 ? null : named;

  const leverages = all.flatMap((token) => (token.kind === 'leverage' ? [numberOf(token.digits)] : []));
  const [bare] = cells.leverage?.length === 1 ? numbersIn(cells.leverage) : [];
  const leverage = onlyOne([...leverages, ...(bare === undefined ? [] : [numberOf(bare.digits)])]);
  const marginMode = onlyOne(wordsIn(all).filter((word) => word === 'isolated' || word === 'cross'));
  if (leverage === null || marginMode === null || !(leverage >= 1 && leverage <= MOST_LEVERAGE))
    return 'text';

  const size = readSize(cells, { market, name, entryPrice, markPrice, numberOf });
  if (typeof size === 'string') return size;
  const { sizeBase, isNegative } = size;
  const said = wordsIn(all).filter((word) => word === 'long' || word === 'short');
  const side = sideOf({
    said,
    isNegative,
    sizeBase,
    entryPrice,
    markPrice,
    profitUsd: profitIn(cells, numberOf),
    hint,
  });
  if (side === 'contradiction' || side === null) return side ?? 'side';

  const shownMargin = onlyAmount(cells.margin, numberOf, market);
  const profitUsd = (side === 'long' ? 1 : -1) * sizeBase * (markPrice - entryPrice);
  const marginUsd = shownMargin === null ? NaN : shownMargin - (hint.isMarginWithProfit ? profitUsd : 0);
  const isSane = sizeBase * markPrice < MOST_USD && Math.abs(marginUsd) < MOST_USD;
  if (!isSane || !(shownMargin !== null && shownMargin > 0)) return 'text';
  const isCross = marginMode === 'cross';
  return {
    market,
    side,
    sizeBase,
    entryPrice,
    markPrice,
    liquidationPrice,
    leverage,
    marginMode,
    marginUsd: isCross ? null : marginUsd,
  };
}

const isPrice = (price: number): boolean => price > 0 && price < MOST_USD;

/** What is said once, or each time the same. */
function onlyOne<Value>(values: readonly Value[]): Value | null {
  const [value = null, ...others] = new Set(values);
  return others.length === 0 ? value : null;
}

/** The one amount in a cell, in dollars; null where there is another number or name in it. */
function onlyAmount(
  tokens: readonly CellToken[] | undefined,
  numberOf: RowReader['numberOf'],
  { quote }: PageMarket,
): number | null {
  const [number, ...others] = numbersIn(tokens);
  const isKnown = namesIn(tokens).every((name) => name === quote || DOLLARS.has(name));
  return number === undefined || number.isNegative || others.length > 0 || !isKnown
    ? null
    : numberOf(number.digits);
}

/** Profit as the page says it, for what it tells of the side; null where it says none. */
function profitIn({ profit }: RowCells, numberOf: RowReader['numberOf']): number | null {
  const [number] = numbersIn(profit);
  return number === undefined ? null : (number.isNegative ? -1 : 1) * numberOf(number.digits);
}

/** A profit tells the side where the price has moved so far that it is of about this size; it may be of another price than mark. */
const LEAST_MOVE = 0.002;
const LEAST_SHARE = 0.8;

/** All that tells a side has to tell the same one; null where nothing does. */
function sideOf(row: {
  readonly said: readonly PositionSide[];
  readonly isNegative: boolean;
  readonly sizeBase: number;
  readonly entryPrice: number;
  readonly markPrice: number;
  readonly profitUsd: number | null;
  readonly hint: TableHint;
}): PositionSide | 'contradiction' | null {
  const { said, isNegative, sizeBase, entryPrice, markPrice, profitUsd, hint } = row;
  const sides: PositionSide[] = [...said];
  if (isNegative) sides.push('short');
  else if (hint.isSizeSigned) sides.push('long');
  const moved = sizeBase * (markPrice - entryPrice);
  const share = profitUsd === null ? 0 : Math.abs(profitUsd / moved);
  const isTelling =
    Math.abs(markPrice / entryPrice - 1) >= LEAST_MOVE && share >= LEAST_SHARE && share <= 1 / LEAST_SHARE;
  if (profitUsd !== null && isTelling)
    sides.push(Math.sign(profitUsd) === Math.sign(moved) ? 'long' : 'short');
  const [side = null, ...others] = new Set(sides);
  return others.length > 0 ? 'contradiction' : side;
}
