/** Log-price width of a bin. */
const BIN = 0.0005;

/** Rows by price in fine bins, so that a move of the price visits only the rows that it crosses. */
export class BinLists {
  private readonly firstBin: number;
  private readonly bins: (number[] | undefined)[];

  constructor(lowestPrice: number, highestPrice: number) {
    this.firstBin = Math.floor(Math.log(lowestPrice) / BIN);
    this.bins = Array.from({ length: Math.floor(Math.log(highestPrice) / BIN) - this.firstBin + 1 });
  }

  add(row: number, price: number): void {
    const index = this.indexOf(price);
    const list = this.bins[index];
    if (list === undefined) this.bins[index] = [row];
    else list.push(row);
  }

  /** Removes and returns the rows whose price, that of `prices`, lies between the two, both included, and that `isOpen`. */
  take(low: number, high: number, prices: Float64Array, isOpen: (row: number) => boolean): readonly number[] {
    const taken: number[] = [];
    const last = this.indexOf(high);
    for (let index = this.indexOf(low); index <= last; index++) {
      const list = this.bins[index];
      if (list === undefined) continue;
      const kept: number[] = [];
      for (const row of list) {
        if (!isOpen(row)) continue;
        const price = prices[row]!;
        if (price >= low && price <= high) taken.push(row);
        else kept.push(row);
      }
      this.bins[index] = kept.length === 0 ? undefined : kept;
    }
    return taken;
  }

  private indexOf(price: number): number {
    const index = Math.floor(Math.log(price) / BIN) - this.firstBin;
    return Math.min(this.bins.length - 1, Math.max(0, index));
  }
}
