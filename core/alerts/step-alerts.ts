import type { MarketReport } from '../market/market-report.ts';
import { type AlertSignals, NO_SIGNALS } from './alert-signals.ts';
import type { AlertState, Warning } from './alert-state.ts';
import type { MarketSample } from './rules/rule.ts';
import { conditionsOf, isOwnRule, isPassingKey, isPressingRule } from './rules/list.ts';
import { newestClose } from './rules/level.ts';
import { type AlertSettings, isQuiet } from './settings.ts';
import { DAY_MS, HOUR_MS } from '../market/time.ts';

/** Something that may be told, and the rule that says so. */
type Condition = ReturnType<typeof conditionsOf>[number];

/** Time over which a fall of open interest is measured. */
const SAMPLE_WINDOW_MS = HOUR_MS;
const SAMPLE_EVERY_MS = 240_000;
/** Warnings are kept so long for a page that is opened later. */
const TRACK_MS = 7 * DAY_MS;

/**
 * One look at a market: which conditions began since the last look and deserve a warning. Pure; the same report twice
 * warns once.
 *
 *     condition begins -> rule on? -> not told within the cool-down? -> cause not told, or this is graver?
 *       -> below the day's limit? -> told (quietly in snooze and quiet hours) and kept in `given`
 *
 * @param previousReport the market's last report, null if there is none
 * @returns the state to store, and the warnings to show now, the gravest first
 */
export function stepAlerts(
  state: AlertState,
  report: MarketReport,
  previousReport: MarketReport | null,
  settings: AlertSettings,
  nowMs: number,
  signals: AlertSignals = NO_SIGNALS,
): { readonly state: AlertState; readonly warnings: readonly Warning[] } {
  const { price } = report;
  if (price === null) return { state, warnings: [] };
  const previousPrice = previousReport?.price ?? null;
  const conditions = conditionsOf({ report, price, previousPrice, state, signals, nowMs }, settings);
  const begun = conditions
    .filter((condition) => hasBegun(condition, state, settings, nowMs))
    .sort((a, b) => b.gravity - a.gravity);

  const recent = state.given.filter(({ at }) => nowMs - at < TRACK_MS);
  const warnings: Warning[] = [];
  for (const condition of begun) {
    const told = [...warnings, ...recent];
    if (isTold(condition, told, settings, nowMs)) continue;
    const { key, rule, cause, gravity, code, figures } = condition;
    const isSilent = !isPressingRule(rule) && isQuiet(settings, nowMs, signals.timeZone);
    warnings.push({
      id: `${report.market}:${key}:${nowMs}`,
      rule,
      at: nowMs,
      price,
      code,
      figures,
      cause,
      gravity,
      isQuiet: isSilent,
    });
  }
  return {
    state: {
      raised: rememberRaised(state, conditions),
      toldAt: rememberTold(state, begun, settings, nowMs),
      closesSeenAt: newestClose(report.levels, state.closesSeenAt),
      samples: addSample(state.samples, report, price, nowMs),
      given: [...warnings, ...recent],
    },
    warnings,
  };
}

function hasBegun(condition: Condition, state: AlertState, settings: AlertSettings, nowMs: number): boolean {
  const { key, rule, isRaised, isToldAtFirstSight, coolDownMs = settings.coolDownMs } = condition;
  const before = state.raised[key];
  const toldAt = state.toldAt[key];
  return (
    isRaised &&
    settings.rules[rule] &&
    (before === false || (before === undefined && isToldAtFirstSight)) &&
    (toldAt === undefined || !isWithin(toldAt, coolDownMs, nowMs))
  );
}

/** What is remembered of a time further ahead was dated by another clock, and silences nothing. */
const CLOCK_MOVED_MS = 60_000;

/** Whether `atMs` lies less than `spanMs` back. */
const isWithin = (atMs: number, spanMs: number, nowMs: number): boolean =>
  nowMs - atMs < spanMs && atMs - nowMs <= CLOCK_MOVED_MS;

/** Whether the condition's cause has been told already, or the day is full. */
function isTold(
  { rule, cause, gravity }: Condition,
  told: readonly Warning[],
  settings: AlertSettings,
  nowMs: number,
): boolean {
  const isKnown = told.some(
    (warning) =>
      warning.cause === cause &&
      isWithin(warning.at, settings.causeWindowMs, nowMs) &&
      warning.gravity >= gravity,
  );
  if (isKnown) return true;
  if (isOwnRule(rule)) return false;
  const today = told.filter((warning) => !isOwnRule(warning.rule) && isWithin(warning.at, DAY_MS, nowMs));
  return today.length >= settings.maxPerDay;
}

/** What may be gone for good is forgotten; the rest keeps its state while a source is silent. */
const rememberRaised = (state: AlertState, conditions: readonly Condition[]): Record<string, boolean> => ({
  ...Object.fromEntries(Object.entries(state.raised).filter(([key]) => !isPassingKey(key))),
  ...Object.fromEntries(conditions.map(({ key, isRaised }) => [key, isRaised])),
});

/** A condition that began counts as told even where another warning stood for it: it is not news later. */
const rememberTold = (
  state: AlertState,
  begun: readonly Condition[],
  settings: AlertSettings,
  nowMs: number,
): Record<string, number> => ({
  ...Object.fromEntries(Object.entries(state.toldAt).filter(([, at]) => nowMs - at < settings.coolDownMs)),
  ...Object.fromEntries(begun.map(({ key }) => [key, nowMs])),
});

function addSample(
  samples: readonly MarketSample[],
  report: MarketReport,
  price: number,
  nowMs: number,
): readonly MarketSample[] {
  const kept = samples.filter(({ atMs }) => isWithin(atMs, SAMPLE_WINDOW_MS + 1, nowMs));
  const { base } = report.openInterest;
  const last = kept.at(-1);
  if (base === null || base <= 0 || (last !== undefined && nowMs - last.atMs < SAMPLE_EVERY_MS)) return kept;
  return [...kept, { atMs: nowMs, openInterestBase: base, price }];
}
