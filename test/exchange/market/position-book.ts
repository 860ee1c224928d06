import type { PositionSide } from '../../../core/market/forced-order.ts';
import { BinLists } from './bin-lists.ts';

/** Everything that a position is opened with. */
export interface Opening {
  readonly side: PositionSide;
  readonly sizeBase: number;
  readonly entryPrice: number;
  /** Price at which maintenance is no longer met; 0 = never. */
  readonly liquidationPrice: number;
  /** Price of the stop or the top-up; 0 = neither. */
  readonly triggerPrice: number;
  readonly trigger: 'stop' | 'top-up';
  readonly openedStep: number;
  /** Step in which the trader leaves if nothing happens before. */
  readonly exitStep: number;
  readonly venue: number;
}

const NEVER = 0x7fffffff;

/**
 * Every position there ever was, in columns. Closing in part or moving the liquidation price ends a row and starts
 * another, so the rows open at any past step can be read off afterwards.
 */
export class PositionBook {
  length = 0;
  side = new Uint8Array(1 << 16);
  sizeBase = new Float64Array(1 << 16);
  entryPrice = new Float64Array(1 << 16);
  liquidationPrice = new Float64Array(1 << 16);
  triggerPrice = new Float64Array(1 << 16);
  isTopUp = new Uint8Array(1 << 16);
  openedStep = new Int32Array(1 << 16);
  closedStep = new Int32Array(1 << 16);
  exitStep = new Int32Array(1 << 16);
  venue = new Uint8Array(1 << 16);
  /** Coins open on the long and on the short side. */
  readonly openBase: [number, number] = [0, 0];
  private readonly alive: [number[], number[]] = [[], []];
  private slot = new Int32Array(1 << 16);
  private readonly liquidations: readonly [BinLists, BinLists];
  private readonly triggers: readonly [BinLists, BinLists];
  private readonly exits = new Map<number, number[]>();

  constructor(lowestPrice: number, highestPrice: number) {
    const lists = () => new BinLists(lowestPrice, highestPrice);
    this.liquidations = [lists(), lists()];
    this.triggers = [lists(), lists()];
  }

  open(opening: Opening): number {
    if (this.length === this.side.length) this.grow();
    const row = this.length++;
    const side = opening.side === 'long' ? 0 : 1;
    this.side[row] = side;
    this.sizeBase[row] = opening.sizeBase;
    this.entryPrice[row] = opening.entryPrice;
    this.liquidationPrice[row] = opening.liquidationPrice;
    this.triggerPrice[row] = opening.triggerPrice;
    this.isTopUp[row] = opening.trigger === 'top-up' ? 1 : 0;
    this.openedStep[row] = opening.openedStep;
    this.closedStep[row] = NEVER;
    this.exitStep[row] = opening.exitStep;
    this.venue[row] = opening.venue;
    this.openBase[side] += opening.sizeBase;
    const alive = this.alive[side];
    this.slot[row] = alive.length;
    alive.push(row);
    if (opening.liquidationPrice > 0) this.liquidations[side].add(row, opening.liquidationPrice);
    if (opening.triggerPrice > 0) this.triggers[side].add(row, opening.triggerPrice);
    const leaving = this.exits.get(opening.exitStep);
    if (leaving === undefined) this.exits.set(opening.exitStep, [row]);
    else leaving.push(row);
    return row;
  }

  close(row: number, step: number): number {
    if (this.closedStep[row] !== NEVER) return 0;
    this.closedStep[row] = step;
    const side = this.side[row] === 0 ? 0 : 1;
    const size = this.sizeBase[row]!;
    const alive = this.alive[side];
    const last = alive.pop()!;
    if (last !== row) {
      alive[this.slot[row]!] = last;
      this.slot[last] = this.slot[row]!;
    }
    this.openBase[side] = alive.length === 0 ? 0 : this.openBase[side] - size;
    return size;
  }

  /** Ends the row and opens its successor with what is changed. */
  replace(row: number, step: number, change: Partial<Opening>): number {
    this.close(row, step);
    return this.open({
      side: this.side[row] === 0 ? 'long' : 'short',
      sizeBase: this.sizeBase[row]!,
      entryPrice: this.entryPrice[row]!,
      liquidationPrice: this.liquidationPrice[row]!,
      triggerPrice: this.triggerPrice[row]!,
      trigger: this.isTopUp[row] === 1 ? 'top-up' : 'stop',
      exitStep: this.exitStep[row]!,
      venue: this.venue[row]!,
      openedStep: step,
      ...change,
    });
  }

  isOpen(row: number): boolean {
    return this.closedStep[row] === NEVER;
  }

  /** Open rows of a side, in no order. */
  aliveOf(side: PositionSide): readonly number[] {
    return this.alive[side === 'long' ? 0 : 1];
  }

  /** Rows of `side` whose liquidation, or trigger, lies between the two prices; each is handed out once. */
  takeCrossed(
    kind: 'liquidation' | 'trigger',
    side: PositionSide,
    low: number,
    high: number,
  ): readonly number[] {
    const [lists, prices] =
      kind === 'liquidation'
        ? [this.liquidations, this.liquidationPrice]
        : [this.triggers, this.triggerPrice];
    return lists[side === 'long' ? 0 : 1].take(low, high, prices, (row) => this.isOpen(row));
  }

  takeLeaving(step: number): readonly number[] {
    const rows = this.exits.get(step) ?? [];
    this.exits.delete(step);
    return rows.filter((row) => this.isOpen(row));
  }

  private grow(): void {
    const longer = <T extends Uint8Array | Int32Array | Float64Array>(column: T, empty: T): T => {
      empty.set(column);
      return empty;
    };
    const rows = this.side.length * 2;
    this.side = longer(this.side, new Uint8Array(rows));
    this.sizeBase = longer(this.sizeBase, new Float64Array(rows));
    this.entryPrice = longer(this.entryPrice, new Float64Array(rows));
    this.liquidationPrice = longer(this.liquidationPrice, new Float64Array(rows));
    this.triggerPrice = longer(this.triggerPrice, new Float64Array(rows));
    this.isTopUp = longer(this.isTopUp, new Uint8Array(rows));
    this.openedStep = longer(this.openedStep, new Int32Array(rows));
    this.closedStep = longer(this.closedStep, new Int32Array(rows));
    this.exitStep = longer(this.exitStep, new Int32Array(rows));
    this.venue = longer(this.venue, new Uint8Array(rows));
    this.slot = longer(this.slot, new Int32Array(rows));
  }
}
