import { marketId } from '../market/asset.ts';
import { contractOf, positionSizeBase, type SavedPosition } from '../market/position.ts';

/** A figure as a person types it and as a venue tells it are one up to this difference, a fraction of it. */
const ROUNDED = 0.005;

/** How a position may be told. */
const WAYS = ['address', 'page', 'typed'] as const;

const wayOf = ({ origin }: SavedPosition): (typeof WAYS)[number] => origin?.kind ?? 'typed';

/** One position in all the ways in which it was told, what is nearest to its venue first. */
type Told = readonly [SavedPosition, ...(readonly SavedPosition[])];

/**
 * Every position once, in all the ways in which it was told: at an address, by a page's table, typed in. Two that were told in
 * the same way are two.
 */
export function toldOnce(positions: readonly SavedPosition[]): readonly Told[] {
  const held: [SavedPosition, ...SavedPosition[]][] = [];
  for (const position of WAYS.flatMap((way) => positions.filter((one) => wayOf(one) === way))) {
    const known = held.find((told) => told.every((other) => isSame(position, other)));
    if (known === undefined) held.push([position]);
    else known.push(position);
  }
  return held;
}

/**
 * Those that a sum over all counts, each once: as it was told at its address, else as it was typed in, which a page's table does
 * not match: it names no balance behind a cross position.
 * @param openId of one that counts as it is typed in; null: none
 */
export function countedOnce(
  positions: readonly SavedPosition[],
  openId: string | null,
): readonly SavedPosition[] {
  const counted = new Set(
    toldOnce(positions).map(
      (told) =>
        told.find((one) => one.id === openId && wayOf(one) === 'typed') ??
        told.find((one) => wayOf(one) !== 'page') ??
        told[0],
    ),
  );
  return positions.filter((position) => counted.has(position));
}

const isSame = (one: SavedPosition, other: SavedPosition): boolean =>
  wayOf(one) !== wayOf(other) &&
  one.venue === other.venue &&
  marketId(one) === marketId(other) &&
  contractOf(one) === contractOf(other) &&
  one.side === other.side &&
  one.marginMode === other.marginMode &&
  isNear(one.entryPrice, other.entryPrice) &&
  isNear(positionSizeBase(one), positionSizeBase(other));

const isNear = (a: number, b: number): boolean => Math.abs(a / b - 1) <= ROUNDED;
