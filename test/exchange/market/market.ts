import type { PositionSide } from '../../../core/market/forced-order.ts';
import type { VenueId } from '../../../core/market/venue-id.ts';
import { CoinMarket, STEP_S } from './coin-market.ts';
import { type CoursedBar, formingBar, priceWithin } from './bar-shape.ts';
import type { KeptAccount } from './kept-account.ts';
import type { MarketBar } from './bar-columns.ts';
import type { Scenario } from './scenario.ts';
import { exposureBetweenUsd, type Truth, truthAt } from './truth.ts';
import { basisAt, shareAt } from './venue-shares.ts';

/** The simulated market: its own clock, every coin, and the truth about the positions. */
export class Market {
  readonly scenario: Scenario;
  /** What is kept at venues beside the traders' positions, by address in lower case. */
  readonly keptAccounts: Map<string, KeptAccount> = new Map();
  private readonly seed: number;
  private readonly startS: number;
  /** Those that somebody has asked for: each is grown when it is. */
  private readonly coins = new Map<string, CoinMarket>();
  private readonly clock: () => number;
  private originMs: number;
  private clockOriginMs: number;
  private speed = 1;
  private barsLateS: number | null = null;

  /**
   * @param clock Epoch milliseconds; a constant freezes the market.
   * @param endsAtMs Where the scenario ends, on a bar of five minutes; the market goes on from there to the clock.
   */
  constructor(scenario: Scenario, seed: number, clock: () => number, endsAtMs: number = clock()) {
    this.scenario = scenario;
    this.clock = clock;
    this.originMs = endsAtMs;
    this.clockOriginMs = this.originMs;
    this.seed = seed;
    this.startS = Math.floor(endsAtMs / 1000 / STEP_S) * STEP_S;
  }

  get bases(): readonly string[] {
    return this.scenario.coins.map(({ base }) => base);
  }

  /** Epoch milliseconds in the market. */
  nowMs(): number {
    return Math.round(this.originMs + (this.clock() - this.clockOriginMs) * this.speed);
  }

  /** The same market as one sees it who learns of each bar `byS` after its close. */
  withLateBars(byS: number): Market {
    return Object.assign(Object.create(this) as Market, { barsLateS: byS });
  }

  /** Open of the last bar of `intervalS` that can be seen, epoch seconds: the one under way, unless bars are late. */
  lastOpenS(intervalS: number): number {
    const nowS = this.nowMs() / 1000;
    return this.barsLateS === null ? nowS : nowS - this.barsLateS - intervalS;
  }

  /** Jumps ahead; what lies between happens. */
  advance(seconds: number): void {
    this.originMs = this.nowMs() + seconds * 1000;
    this.clockOriginMs = this.clock();
  }

  /** Seconds of the market in a second of the clock. */
  setSpeed(factor: number): void {
    this.advance(0);
    this.speed = factor;
  }

  /** Takes the price of a coin to `price` in the next `bars` bars of five minutes and holds it for as many as said, whatever stands in the way. */
  drive(base: string, price: number, bars: number, heldBars = 0): void {
    this.coin(base).drive(price, bars, heldBars);
  }

  /** Takes the price of a coin to `price` in as many seconds from now, or by the end of the bar under way if that comes first. */
  rush(base: string, price: number, seconds: number): void {
    const coin = this.coin(base);
    const share = this.shareOf(coin.lastBar());
    coin.rush(price, share, Math.min(1, share + seconds / STEP_S));
  }

  /** The coin with every bar up to now. @throws {RangeError} for a coin that the scenario does not have. */
  coin(base: string): CoinMarket {
    const coin = this.coins.get(base) ?? this.grow(base);
    coin.ensure(Math.floor(this.nowMs() / 1000));
    return coin;
  }

  has(base: string): boolean {
    return this.scenario.coins.some((coin) => coin.base === base);
  }

  /** Price of a coin now, over all venues. */
  priceOf(base: string): number {
    const bar = this.lastBar(base);
    return priceWithin(bar, this.shareOf(bar));
  }

  /** Price that a venue shows now. */
  venuePrice(venue: VenueId, base: string): number {
    return this.priceOf(base) * basisAt(venue, this.lastBar(base).openTimeS);
  }

  /** The bar under way as far as it has come. */
  currentBar(base: string): MarketBar {
    const bar = this.lastBar(base);
    return { ...formingBar(bar, this.shareOf(bar)), openInterestBase: this.openInterestBase(base) };
  }

  /** Coins of one side over all venues now: as the last closed bar left them, on the way to the next. */
  openInterestBase(base: string): number {
    const coin = this.coin(base);
    const bar = this.lastBar(base);
    const before = coin.bars.at(coin.bars.length - 2).openInterestBase;
    return before + (bar.openInterestBase - before) * this.shareOf(bar);
  }

  /** Coins of one side on one venue now. */
  venueOpenInterestBase(venue: VenueId, base: string): number {
    return this.openInterestBase(base) * shareAt(venue, this.nowMs() / 1000);
  }

  /** The positions as they stood at a time; now if none is given. */
  truth(base: string, atS: number = this.nowMs() / 1000, logStep?: number): Truth {
    return truthAt(this.coin(base), atS, logStep);
  }

  /** Dollars of one side whose liquidation lies between two prices. */
  exposureBetweenUsd(base: string, side: PositionSide, low: number, high: number, atS?: number): number {
    return exposureBetweenUsd(this.coin(base), atS ?? this.nowMs() / 1000, side, low, high);
  }

  private grow(base: string): CoinMarket {
    const scenario = this.scenario.coins.find((coin) => coin.base === base);
    if (scenario === undefined) throw new RangeError(`no market of ${base}`);
    const coin = new CoinMarket(scenario, this.seed, this.startS);
    this.coins.set(base, coin);
    return coin;
  }

  private lastBar(base: string): CoursedBar {
    return this.coin(base).lastBar();
  }

  private shareOf(bar: MarketBar): number {
    return Math.min(1, Math.max(0, (this.nowMs() / 1000 - bar.openTimeS) / STEP_S));
  }
}
