import { type AlertState, INITIAL_ALERT_STATE, type Warning } from '../alerts/alert-state.ts';
import { DEFAULT_ALERT_SETTINGS } from '../alerts/settings.ts';
import { isOwnRule } from '../alerts/rules/list.ts';
import { stepAlerts } from '../alerts/step-alerts.ts';
import { takeBack } from '../alerts/take-back.ts';
import type { Bell } from '../market/bell.ts';
import type { MarketReport, WarningReport } from '../market/market-report.ts';
import { toneOf } from '../market/tone.ts';
import { barsSince } from '../report/lately.ts';
import { pauseOf } from '../report/pause.ts';
import { ownPositionSignals } from '../report/own-positions.ts';
import { falseWarnings } from '../report/aside/false-warnings.ts';
import type { MarketFacts } from '../report/facts.ts';
import type { Ports } from '../ledger/ports.ts';
import type { AlertRow } from '../ledger/tables/alerts.ts';
import { MINUTE_MS } from '../market/time.ts';
import { queueMessages } from './deliver.ts';
import { toldElsewhere } from './told-elsewhere.ts';

/** Nothing is told of a price that is older. */
const OLDEST_PRICE_MS = 3 * MINUTE_MS;

/** After a longer pause nobody saw which way the price came. */
const LONGEST_PAUSE_MS = 10 * MINUTE_MS;

/** After one that is longer, what was missed is told. */
const TOLD_PAUSE_MS = 30 * MINUTE_MS;

/** A notification that could not be shown in this time is no news any more. */
const NEWS_MS = 15 * MINUTE_MS;

/** Warnings that the report carries, of the market and of the user's own each. */
const MOST_WARNINGS = 8;

const UNKNOWN: AlertRow = { state: INITIAL_ALERT_STATE, lookedAtMs: 0, price: 0, untold: [], unseen: null };

/**
 * `report` with the warnings of the last days. What the rules remember is stored before anything is shown, so that a
 * worker that dies in between tells no cause twice.
 *
 *     report -> rules -> state, ids to tell and messages to send, in one write -> report is written
 *       -> notifications and sound -> ids are cleared
 *
 * @throws StorageError
 */
export async function withWarnings(
  { clock, database, storage }: Ports,
  report: MarketReport,
  { facts, burst, aside, nowMs, report: { aggregated } }: MarketFacts,
): Promise<MarketReport> {
  const { market, price } = report;
  const bars = aggregated?.bars ?? null;
  const stored = (await database.get('alerts', [market])) ?? UNKNOWN;
  const row = { ...stored, state: takeBack(stored.state, falseWarnings(aside.log, bars)) };
  const isReady = report.warmUp.done && price !== null && nowMs - report.at <= OLDEST_PRICE_MS;
  if (!isReady) return { ...report, warnings: told(row.state.given) };
  const [settings, positions, allBells] = await Promise.all([
    storage.readSettings(),
    storage.readPositions(),
    storage.readBells(),
  ]);
  const bells = allBells.filter((bell) => bell.market === market);
  const tiers = Object.fromEntries(
    facts.flatMap(({ venue, tiers: table }) => (table === null ? [] : [[venue, table]])),
  );
  const wasSeen = nowMs - row.lookedAtMs <= LONGEST_PAUSE_MS;
  const unseen = row.unseen ?? unseenSince(row, nowMs);
  const pause = unseen && pauseOf(bars, unseen);
  const { state, warnings } = stepAlerts(
    row.state,
    report,
    wasSeen ? { ...report, price: row.price } : null,
    settings.alerts ?? DEFAULT_ALERT_SETTINGS,
    nowMs,
    {
      positions: ownPositionSignals(report, positions, tiers),
      burst,
      bells,
      pause,
      lately: barsSince(bars, nowMs - TOLD_PAUSE_MS),
      timeZone: clock.timeZone(),
    },
  );
  const loud = warnings.filter(({ isQuiet }) => !isQuiet).map(({ id }) => id);
  const value: AlertRow = {
    state,
    lookedAtMs: nowMs,
    price,
    untold: [...row.untold, ...loud],
    unseen: pause === null ? unseen : null,
  };
  const messages =
    loud.length === 0 ? [] : queueMessages(market, loud, await storage.readMessengers(), nowMs);
  await database.commit([{ store: 'alerts', key: [market], value }, ...messages]);
  await noteRung(storage, bells, state);
  return { ...report, warnings: told(state.given) };
}

/** The time since the last look, where it was so long that what happened in it is to be told. */
const unseenSince = ({ lookedAtMs, price }: AlertRow, nowMs: number): AlertRow['unseen'] =>
  lookedAtMs > 0 && nowMs - lookedAtMs > TOLD_PAUSE_MS ? { fromMs: lookedAtMs, untilMs: nowMs, price } : null;

/** Tells the user's bells when they rang. A worker that dies before is followed by one that tells it. */
async function noteRung(
  storage: Ports['storage'],
  bells: readonly Bell[],
  { toldAt }: AlertState,
): Promise<void> {
  const rang = bells.flatMap(({ id, setAtMs, rangAtMs }) => {
    const at = toldAt[`bell:${id}`];
    return at === undefined || at <= Math.max(setAtMs, rangAtMs ?? 0) ? [] : [[id, at] as const];
  });
  if (rang.length > 0) await storage.tellBells(Object.fromEntries(rang));
}

/** One of the user's own takes no place of the market's: a page that counts those would know of it. */
function told(given: readonly Warning[]): readonly WarningReport[] {
  const places = { market: MOST_WARNINGS, own: MOST_WARNINGS };
  return given
    .filter(({ rule }) => (places[isOwnRule(rule) ? 'own' : 'market'] -= 1) >= 0)
    .map(toldElsewhere);
}

/** Shows what has not been shown yet, and lets the gravest of it be heard. @throws StorageError */
export async function showWarnings(ports: Ports, market: string): Promise<void> {
  const { database, notifications, storage, clock } = ports;
  const row = await database.get('alerts', [market]);
  if (row === null || row.untold.length === 0) return;
  const nowMs = clock.nowMs();
  const news = row.state.given.filter(({ id, at }) => row.untold.includes(id) && nowMs - at <= NEWS_MS);
  const { sound } = await storage.readSettings();
  const tone = toneOf(Math.max(0, ...news.map(({ gravity }) => gravity)));
  // The panel and the icon tell what these could not.
  await Promise.allSettled([
    ...news.map((warning) => notifications.show(warning)),
    ...(sound.isOn && news.length > 0 ? [ports.sound.play(tone, sound.volume)] : []),
  ]);
  await database.commit([{ store: 'alerts', key: [market], value: { ...row, untold: [] } }]);
}
