import * as v from 'valibot';

import { finite } from './number-schemas.ts';
import { REPORT_VERSION } from './report-version.ts';
import { context } from './report/context.ts';
import { atRiskRung, cluster, map } from './report/exposure.ts';
import { breakdown, level, pattern, scenario } from './report/levels.ts';
import { liquidations, listeningStatus } from './report/liquidations.ts';
import { assetClass, venueId } from './report/names.ts';
import { openInterest } from './report/open-interest.ts';
import { positioning } from './report/positioning.ts';
import { publicPositions, waitingOrders } from './report/public-positions.ts';
import { beta, gold, volatility } from './report/returns.ts';
import { skill } from './report/skill.ts';
import { sourceStatus, storageTrouble, venueMark, warmUp } from './report/sources.ts';
import { warning } from './report/warning.ts';
import { fieldsOf, listOf } from './schemas.ts';

export type { ContextReport, ContextSourceStatus } from './report/context.ts';
export type { EstimateInterval, Quantiles, Terminal } from './report/estimates.ts';
export type { AtRiskRung, ClusterReport, MapReport } from './report/exposure.ts';
export type {
  BreakdownReport,
  LevelReport,
  LevelState,
  PatternReport,
  ScenarioReport,
} from './report/levels.ts';
export type { LiquidationsReport, ListeningStatus } from './report/liquidations.ts';
export type { SourceFailure } from './report/names.ts';
export type { OpenInterestReport, OpenInterestYear } from './report/open-interest.ts';
export type { PositioningReport } from './report/positioning.ts';
export type { PublicPositionsReport, WaitingOrdersReport } from './report/public-positions.ts';
export type { BetaReport, GoldReport, VolatilityReport } from './report/returns.ts';
export type { SkillReport, SkillVerdict } from './report/skill.ts';
export type { AsideReport, SourceStatus, StorageTrouble, VenueMark, WarmUp } from './report/sources.ts';
export type { WarningReport } from './report/warning.ts';

/**
 * The one object between worker and screen. Every number is finite or null, every amount named by its unit;
 * times are epoch milliseconds. Fields that no part fills yet are null or empty.
 */
export const marketReport = fieldsOf({
  version: v.literal(REPORT_VERSION),
  /** `BTCUSDT`: every polled linear perpetual of the coin; `CAT.equity`: of the share. */
  market: v.string(),
  assetClass: assetClass,
  /** Venues that trade it before it is listed anywhere; absent: none. */
  preMarket: v.exactOptional(listOf(venueId)),
  at: finite,
  /** Median of the mark prices of the venues that agree, USD; null before the first answer, and where none is believed. */
  price: v.nullable(finite),
  /** Each venue's own mark price; absent in reports of older versions. */
  marks: v.exactOptional(listOf(venueMark)),
  /** The price by that of a day ago, less 1; absent in reports of earlier versions. */
  dayChange: v.exactOptional(v.nullable(finite)),
  /** Average true range of 14 days, USD. */
  atr1dUsd: v.nullable(finite),
  /** Smallest price step of the reference venue, USD. */
  tickSize: v.nullable(finite),
  warmUp: warmUp,
  openInterest: openInterest,
  positioning: positioning,
  /** Of the last hour and day; null where nobody listened. */
  liquidations: fieldsOf({ h1: v.nullable(liquidations), h24: v.nullable(liquidations) }),
  map: v.nullable(map),
  clusters: listOf(cluster),
  atRisk: listOf(atRiskRung),
  levels: listOf(level),
  patterns: listOf(pattern),
  breakdown: listOf(breakdown),
  scenarios: fieldsOf({
    up: v.nullable(scenario),
    down: v.nullable(scenario),
  }),
  context: context,
  history: fieldsOf({
    /** `reportedBy` is who published a figure that was not measured here, `reportedOn` when. */
    largestLiquidationDays: listOf(
      fieldsOf({
        date: v.string(),
        usd: finite,
        reportedBy: v.exactOptional(v.picklist(['coinglass'])),
        reportedOn: v.exactOptional(v.string()),
      }),
    ),
  }),
  skill: v.nullable(skill),
  sources: listOf(sourceStatus),
  /** What is wrong with what the browser keeps; absent: nothing. */
  storage: v.exactOptional(listOf(storageTrouble)),
  /** Positions that a venue shows to anyone, part of the map's exposure; absent while none is known. */
  publicPositions: v.exactOptional(publicPositions),
  /** Stops and take-profits of accounts that a venue shows to anyone, in no other figure; absent unless the user wants them. */
  waitingOrders: v.exactOptional(waitingOrders),
  /** One entry a venue that tells its forced orders; absent in reports of an earlier version. */
  listening: v.exactOptional(listOf(listeningStatus)),
  /** Absent or null while less than a day of bars is there. */
  volatility: v.exactOptional(v.nullable(volatility)),
  /** Displayed books of all polled venues added up; absent where none was polled. */
  depth: v.exactOptional(
    v.nullable(
      fieldsOf({
        bidWithinOnePercentUsd: finite,
        askWithinOnePercentUsd: finite,
      }),
    ),
  ),
  /** Gold beside the coin; absent where no gold candles were read. */
  gold: v.exactOptional(v.nullable(gold)),
  /** Absent of bitcoin itself, and in reports of an earlier version. */
  beta: v.exactOptional(beta),
  /** Warnings of the last days, the newest first. */
  warnings: v.exactOptional(listOf(warning)),
});
export type MarketReport = v.InferOutput<typeof marketReport>;
