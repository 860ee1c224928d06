/** One bar of the whole market: all venues together, prices per coin, amounts in coins of one side. */
export interface MarketBar {
  readonly openTimeS: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volumeBase: number;
  readonly takerBuyBase: number;
  readonly openInterestBase: number;
  readonly fundingRate8h: number;
  readonly longAccountShare: number;
}

/** Bars in columns that grow. */
export class BarColumns {
  length = 0;
  private readonly fields: { -readonly [Field in keyof MarketBar]: Float64Array };
  private readonly names: readonly (keyof MarketBar)[];

  constructor(capacity: number) {
    const column = () => new Float64Array(capacity);
    this.fields = {
      openTimeS: column(),
      open: column(),
      high: column(),
      low: column(),
      close: column(),
      volumeBase: column(),
      takerBuyBase: column(),
      openInterestBase: column(),
      fundingRate8h: column(),
      longAccountShare: column(),
    };
    this.names = Object.keys(this.fields) as (keyof MarketBar)[];
  }

  push(bar: MarketBar): void {
    for (const field of this.names) {
      if (this.length === this.fields[field].length) {
        const longer = new Float64Array(this.length * 2);
        longer.set(this.fields[field]);
        this.fields[field] = longer;
      }
      this.fields[field][this.length] = bar[field];
    }
    this.length++;
  }

  /** Puts `bar` in the place of the last one. */
  replaceLast(bar: MarketBar): void {
    this.length--;
    this.push(bar);
  }

  at(index: number): MarketBar {
    if (index < 0 || index >= this.length) throw new RangeError(`bar ${index} of ${this.length}`);
    const value = (field: keyof MarketBar): number => this.fields[field][index]!;
    return {
      openTimeS: value('openTimeS'),
      open: value('open'),
      high: value('high'),
      low: value('low'),
      close: value('close'),
      volumeBase: value('volumeBase'),
      takerBuyBase: value('takerBuyBase'),
      openInterestBase: value('openInterestBase'),
      fundingRate8h: value('fundingRate8h'),
      longAccountShare: value('longAccountShare'),
    };
  }
}
