import type { PositionSide } from '../../../core/market/forced-order.ts';
import { type Liquidation, runStep } from './agents.ts';
import { BarColumns } from './bar-columns.ts';
import {
  bentCourse,
  type CoursedBar,
  type CoursePoint,
  formingBar,
  priceWithin,
  shareWhenAt,
} from './bar-shape.ts';
import { PositionBook } from './position-book.ts';
import { boundsOf, walkThroughAnchors } from './price-path.ts';
import { createRandom, mixSeed, type Random, seedOfText } from './random.ts';
import type { CoinScenario, Episode, RecordedBar } from './scenario.ts';
import { VENUE_SHARES } from './venue-shares.ts';

export const STEP_S = 300;
const HOUR_S = 3600;
const DAY_S = 86_400;
/** Liquidations of less are not orders: venues have a least size. */
const SMALLEST_ORDER_USD = 10;
/** Steps of one hour before the steps of five minutes begin. */
const HOURS = 180 * 24;
const FIVE_MINUTES = 30 * 288;

/** A forced order as it happened, before a venue reports it. */
export interface ForcedClose {
  readonly atS: number;
  readonly side: PositionSide;
  /** Price of the market when it fired. */
  readonly firedPrice: number;
  readonly sizeBase: number;
  readonly venue: number;
}

/** One coin over all venues: its bars, its traders and what happens next. */
export class CoinMarket {
  readonly scenario: CoinScenario;
  /** Steps of an hour, then of five minutes; the last one may lie in the future. */
  readonly hours: BarColumns = new BarColumns(HOURS);
  readonly bars: BarColumns = new BarColumns(FIVE_MINUTES + 4096);
  readonly book: PositionBook;
  readonly forcedCloses: ForcedClose[] = [];
  /** Opening of the first bar of five minutes, a full hour. */
  readonly windowStartS: number;
  /** Before that venues have no bar of it, epoch seconds. */
  readonly listedS: number;
  private readonly startS: number;
  private readonly seed: number;
  private readonly random: Random;
  private targets: number[] = [];
  /** Courses of bars that are not the usual ones, by their opening. */
  private readonly courses = new Map<number, readonly CoursePoint[]>();
  /** Open interest at its anchors, coins. */
  private readonly anchoredBase: readonly number[];
  private heat = 0;

  constructor(scenario: CoinScenario, seed: number, startS: number) {
    this.scenario = scenario;
    this.seed = mixSeed(seed, seedOfText(scenario.base));
    this.random = createRandom(this.seed);
    this.startS = startS;
    this.windowStartS = Math.floor((startS - FIVE_MINUTES * STEP_S) / HOUR_S) * HOUR_S;
    this.listedS = startS - (scenario.listedDaysAgo ?? Infinity) * DAY_S;
    const prices = scenario.price.map((anchor) => anchor.price);
    this.book = new PositionBook(Math.min(...prices) / 8, Math.max(...prices) * 8);
    this.anchoredBase = scenario.openInterest.map(
      (anchor) => anchor.usd / this.priceAnchored(anchor.daysAgo),
    );
    this.grow();
  }

  /** Makes sure that the bar in which `timeS` lies exists. */
  ensure(timeS: number): void {
    while (this.bars.at(this.bars.length - 1).openTimeS + STEP_S <= timeS) this.stepLive();
  }

  /** Bends the coming bars so that the price stands at `price` after `bars` of them, and for `heldBars` more. */
  drive(price: number, bars: number, heldBars = 0): void {
    const from = Math.log(this.bars.at(this.bars.length - 1).close);
    const to = Math.log(price);
    this.targets = Array.from({ length: bars + heldBars }, (_, index) =>
      Math.exp(from + (to - from) * Math.min(1, (index + 1) / bars)),
    );
  }

  /** The last bar, which may be under way. */
  lastBar(): CoursedBar {
    const bar = this.bars.at(this.bars.length - 1);
    const course = this.courses.get(bar.openTimeS);
    return course === undefined ? bar : { ...bar, course };
  }

  /** Takes the price to `price` between two shares of the bar under way, through the liquidations on the way. */
  rush(price: number, fromShare: number, untilShare: number): void {
    const last = this.lastBar();
    const open = priceWithin(last, fromShare);
    const course = bentCourse(last, price, fromShare, untilShare);
    const prices = course.map((point) => point.price);
    const step = {
      open,
      high: Math.max(open, price),
      low: Math.min(open, price),
      close: price,
      index: this.hours.length + this.bars.length - 1,
      days: ((untilShare - fromShare) * STEP_S) / DAY_S,
      targetBase: last.openInterestBase,
      closeS: last.openTimeS + STEP_S,
      ...this.flowOf(undefined),
      positions: this.scenario.positionsPerStep,
      stepAt: (timeS: number) => this.stepAt(timeS),
    };
    const flow = runStep(this.book, step, VENUE_SHARES, this.random);
    const seen = formingBar(last, fromShare);
    const { course: _before, ...plain } = last;
    const bar = {
      ...plain,
      high: Math.max(...prices),
      low: Math.min(...prices),
      close: price,
      volumeBase: seen.volumeBase + flow.volumeBase,
      takerBuyBase: seen.takerBuyBase + flow.volumeBase * (price > open ? 0.7 : 0.3),
    };
    this.bars.replaceLast(bar);
    this.courses.set(bar.openTimeS, course);
    for (const liquidation of flow.liquidations)
      this.record({ ...bar, course }, STEP_S, liquidation, fromShare);
  }

  /** Step of a time; hours first, then five minutes. */
  stepAt(timeS: number): number {
    return timeS < this.windowStartS
      ? Math.max(0, HOURS + Math.floor((timeS - this.windowStartS) / HOUR_S))
      : HOURS + Math.floor((timeS - this.windowStartS) / STEP_S);
  }

  private grow(): void {
    const closes = this.closeTimes();
    const daysAgo = closes.map((closeS) => (this.startS - closeS) / DAY_S);
    const recorded = this.recordedFor(closes.length - HOURS);
    const path = walkThroughAnchors(daysAgo, this.scenario.price, this.scenario.dailyVolatility, this.random);
    for (let index = 0; index < closes.length; index++) {
      const open = Math.exp(path[Math.max(0, index - 1)]!);
      const stepS = index < HOURS ? HOUR_S : STEP_S;
      this.random.reseed(mixSeed(this.seed, 1, Math.round((this.startS - closes[index]!) / STEP_S)));
      this.runBar(
        closes[index]! - stepS,
        stepS,
        open,
        Math.exp(path[index]!),
        this.boundsAt(daysAgo[index]!),
        index < HOURS ? undefined : recorded.at(index - closes.length + recorded.length),
      );
    }
    this.stepLive();
  }

  /** The recording's last bars, at most as many as there are steps of five minutes. */
  private recordedFor(steps: number): readonly (RecordedBar | undefined)[] {
    const recorded = this.scenario.recorded ?? [];
    const missing = Math.max(0, steps - recorded.length);
    return [...Array.from({ length: missing }, () => undefined), ...recorded.slice(-steps)];
  }

  private closeTimes(): Float64Array {
    const fine = Math.round((this.startS - this.windowStartS) / STEP_S);
    return Float64Array.from({ length: HOURS + fine }, (_, index) =>
      index < HOURS
        ? this.windowStartS + (index + 1 - HOURS) * HOUR_S
        : this.windowStartS + (index + 1 - HOURS) * STEP_S,
    );
  }

  private stepLive(): void {
    const last = this.bars.at(this.bars.length - 1);
    this.random.reseed(mixSeed(this.seed, 2, Math.round((last.openTimeS - this.startS) / STEP_S)));
    const deviation = this.scenario.dailyVolatility / Math.sqrt(288);
    const target = this.targets.shift();
    const close =
      target === undefined
        ? last.close * Math.exp(deviation * this.random.normal())
        : target * Math.exp(0.1 * deviation * this.random.normal() * Math.min(1, this.targets.length));
    this.runBar(last.openTimeS + STEP_S, STEP_S, last.close, close, [-Infinity, Infinity]);
  }

  private runBar(
    openTimeS: number,
    stepS: number,
    open: number,
    close: number,
    bounds: readonly [number, number],
    recorded?: RecordedBar,
  ): void {
    const days = stepS / DAY_S;
    const wick = 0.35 * this.scenario.dailyVolatility * Math.sqrt(days);
    const high = Math.min(
      Math.max(open, close) * Math.exp(wick * this.random.exponential()),
      Math.exp(bounds[1]),
    );
    const low = Math.max(
      Math.min(open, close) * Math.exp(-wick * this.random.exponential()),
      Math.exp(bounds[0]),
    );
    const daysAgo = (this.startS - openTimeS - stepS) / DAY_S;
    const episode = this.scenario.episodes.find(
      (candidate) => daysAgo <= candidate.fromDaysAgo && daysAgo > candidate.untilDaysAgo,
    );
    const index = this.hours.length + this.bars.length;
    const targetBase = recorded?.openInterestBase ?? this.targetBase(daysAgo);
    const price = recorded ?? {
      open,
      high: Math.max(high, open, close),
      low: Math.min(low, open, close),
      close,
    };
    const step = {
      open: price.open,
      high: price.high,
      low: price.low,
      close: price.close,
      index,
      days,
      targetBase,
      closeS: openTimeS + stepS,
      ...this.flowOf(episode),
      positions: this.scenario.positionsPerStep * (index === 0 ? 600 : 1),
      stepAt: (timeS: number) => this.stepAt(timeS),
    };
    const flow = runStep(this.book, step, VENUE_SHARES, this.random);
    const bar = {
      ...this.publicFlow(price.open, price.close, flow.volumeBase, days),
      ...price,
      openTimeS,
      openInterestBase: targetBase,
    };
    (stepS === HOUR_S ? this.hours : this.bars).push(bar);
    for (const liquidation of flow.liquidations) this.record(bar, stepS, liquidation);
  }

  private flowOf(episode: Episode | undefined) {
    return {
      turnover: episode?.turnover ?? 1,
      longMix: episode?.longMix ?? this.scenario.mix,
      shortMix: episode?.shortMix ?? this.scenario.mix,
    };
  }

  private publicFlow(open: number, close: number, volumeBase: number, days: number) {
    const move = Math.log(close / open) / (this.scenario.dailyVolatility * Math.sqrt(days));
    this.heat = this.heat * (1 - Math.min(1, days)) + Math.log(close / open);
    const tilt = Math.tanh(0.6 * move + 0.5 * this.random.normal());
    return {
      volumeBase,
      takerBuyBase: volumeBase * (0.5 + 0.08 * tilt),
      fundingRate8h: 0.0001 * (0.7 + 12 * Math.tanh(this.heat)),
      longAccountShare: 0.6 - 0.12 * Math.tanh(8 * this.heat),
    };
  }

  private record(bar: CoursedBar, stepS: number, liquidation: Liquidation, leastShare = 0): void {
    if (liquidation.sizeBase * liquidation.liquidationPrice < SMALLEST_ORDER_USD) return;
    this.forcedCloses.push({
      atS:
        bar.openTimeS +
        Math.min(stepS - 0.001, stepS * shareWhenAt(bar, liquidation.liquidationPrice, leastShare)),
      side: liquidation.side,
      firedPrice: liquidation.liquidationPrice,
      sizeBase: liquidation.sizeBase,
      venue: liquidation.venue,
    });
  }

  private targetBase(daysAgo: number): number {
    const wobble = 1 + 0.0006 * this.random.normal();
    const coins = this.anchoredBase;
    const anchors = this.scenario.openInterest;
    const next = anchors.findIndex((anchor) => anchor.daysAgo <= Math.max(0, daysAgo));
    if (next <= 0) return coins[Math.max(0, next)]! * wobble;
    const from = anchors[next - 1]!;
    const to = anchors[next]!;
    const share = (from.daysAgo - Math.max(0, daysAgo)) / (from.daysAgo - to.daysAgo);
    return (coins[next - 1]! * (1 - share) + coins[next]! * share) * wobble;
  }

  private priceAnchored(daysAgo: number): number {
    const anchors = this.scenario.price;
    const next = Math.max(
      1,
      anchors.findIndex((anchor) => anchor.daysAgo <= daysAgo),
    );
    const from = anchors[next - 1]!;
    const to = anchors[next]!;
    const share = (from.daysAgo - daysAgo) / (from.daysAgo - to.daysAgo);
    return Math.exp(Math.log(from.price) * (1 - share) + Math.log(to.price) * share);
  }

  private boundsAt(daysAgo: number): readonly [number, number] {
    const anchors = this.scenario.price;
    const next = Math.max(
      1,
      anchors.findIndex((anchor) => anchor.daysAgo <= daysAgo),
    );
    return boundsOf(anchors[next - 1]!, anchors[next]!);
  }
}
