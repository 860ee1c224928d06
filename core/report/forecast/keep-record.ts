import { type Forecaster, forecastAt } from '../../engine/forecast/forecaster.ts';
import { withBaselines } from '../../engine/forecast/frozen-forecast.ts';
import { learnFromOutcome, type Mixture } from '../../engine/forecast/mixture.ts';
import { dollarErrors } from '../../engine/forecast/dollars.ts';
import { buildBaselineMaps } from '../../engine/skill/baselines.ts';
import type { Bars } from '../../market/bars.ts';
import type { AsideEntry } from '../../ledger/tables/aside.ts';
import { isOfALie } from '../../ledger/aside-log.ts';
import type { DatabaseChange, DatabasePort } from '../../ledger/ports.ts';
import { ordersInBars } from '../../engine/agreement/believable-orders.ts';
import { listenedShareOf } from '../../ledger/forced-orders/listening.ts';
import { type HeardVenues, readOrders } from '../../ledger/forced-orders/read-orders.ts';
import { packFrozen, unpackFrozen } from '../../ledger/record/forecast-row.ts';
import { createOutcomes, type Happened } from './observe-outcomes.ts';
import type { ForecastRow } from '../../ledger/tables/forecasts.ts';
import type { OutcomeRow } from '../../ledger/tables/outcomes.ts';
import type { SkillRow } from '../../ledger/tables/skill.ts';
import { regionOf, reportSkill } from './score-outcomes.ts';
import { HOUR_S } from '../../market/time.ts';

/** What is scored: an hour, four hours, a day. */
export const HORIZONS_S: readonly number[] = [HOUR_S, 4 * HOUR_S, 24 * HOUR_S];

/** The horizon at which the mixture learns, and whose skill the panel shows. */
const LEARNING_HORIZON_S = HOUR_S;

/** A forecast that could not be frozen within this time of its hour is not made any more. */
const FREEZE_WITHIN_S = 300;

export interface RecordInput {
  readonly database: DatabasePort;
  readonly market: string;
  readonly nowMs: number;
  /** Bars that closed later than this, epoch seconds, may still change. */
  readonly settledS: number;
  /** After the last bar, with the mixture that forecasts by now. */
  readonly forecaster: Forecaster;
  readonly skill: SkillRow | null;
  readonly happened: Omit<Happened, 'orders'>;
  /** When sources were not believed. */
  readonly asideLog: readonly AsideEntry[];
}

/**
 * Freezes the forecast of the hour that has just begun, and scores those whose time is over, once an hour. Whatever is
 * written follows from stored rows, so that it may be cut off or repeated.
 * @returns what is known of the skill now
 * @throws StorageError
 */
export async function keepRecord(input: RecordInput): Promise<SkillRow | null> {
  await freezeHour(input);
  const { settledS, skill } = input;
  const untilS = Math.floor(settledS / HOUR_S) * HOUR_S;
  if (skill !== null && skill.scoredUntilS >= untilS) return skill;
  return scoreUntil(input, untilS);
}

async function freezeHour({ database, market, nowMs, forecaster, happened }: RecordInput): Promise<void> {
  const { bars, heard } = happened;
  const atS = (bars.openTimeS.at(-1) ?? 0) + bars.intervalS;
  if (atS % HOUR_S !== 0 || nowMs / 1000 - atS > FREEZE_WITHIN_S || !isHeard(heard, atS)) return;
  const key = [market, atS];
  // What is frozen stays as it is.
  if ((await database.get('forecasts', key)) !== null) return;
  const value = freezeForecastAt(forecaster, bars, atS);
  await database.commit([{ store: 'forecasts', key, value }]);
}

/** The forecast at `atS` with its baselines, from bars closed by then. */
export const freezeForecastAt = (forecaster: Forecaster, bars: Bars, atS: number): ForecastRow =>
  packFrozen(
    withBaselines(forecastAt(forecaster, atS).frozen, buildBaselineMaps(bars, [atS])),
    dollarErrors(forecaster.state.mixture),
  );

const isHeard = (heard: HeardVenues, atS: number): boolean =>
  Object.values(heard).some(
    ({ stretches }) => listenedShareOf(stretches, (atS - FREEZE_WITHIN_S) * 1000, atS * 1000) > 0,
  );

async function scoreUntil(
  { database, market, forecaster, skill, happened, asideLog }: RecordInput,
  untilS: number,
): Promise<SkillRow | null> {
  const made = await database.keys('forecasts', [market]);
  if (made.length === 0) return skill;
  const known = new Set((await database.keys('outcomes', [market])).map(([, ...rest]) => rest.join(' ')));
  const firstBarS = happened.bars.openTimeS[0] ?? Infinity;
  const dueTimesS = made
    .map(([, atS]) => Number(atS))
    .filter((atS) => atS > firstBarS && dueHorizons(known, atS, untilS).length > 0);
  const readAll = async (timesS: readonly number[]): Promise<readonly ForecastRow[]> =>
    (await Promise.all(timesS.map((atS) => database.get('forecasts', [market, atS])))).filter(
      (row) => row !== null,
    );
  const frozen = await readAll(dueTimesS);
  const fromMs = (dueTimesS[0] ?? untilS) * 1000;
  const range = { fromMs, untilMs: untilS * 1000 };
  const orders = ordersInBars(await readOrders(database, market, happened.heard, range), happened.series);
  const outcomeOf = createOutcomes({ ...happened, orders });
  const outcomes = frozen.flatMap((row) =>
    dueHorizons(known, row.atS, untilS).map((horizonS) => outcomeOf(row, horizonS)),
  );
  const isCounted = (outcome: OutcomeRow): boolean => !isOfALie(asideLog, outcome);
  const before = (await database.list('outcomes', [market, LEARNING_HORIZON_S]))
    .map(({ value }) => value)
    .filter(isCounted);
  const { mixture } = forecaster.state;
  const lesson = { skill, mixture, frozen, outcomes: outcomes.filter(isCounted), before, untilS };
  // What was learnt is lost or was taken back: all of the record is learnt from anew.
  const value = learnFrom(
    skill === null && before.length > 0
      ? {
          ...lesson,
          frozen: [...(await readAll(before.map(({ atS }) => atS))), ...frozen],
          outcomes: [...before, ...lesson.outcomes],
          before: [],
        }
      : lesson,
  );
  const changes: DatabaseChange[] = outcomes.map((outcome) => ({
    store: 'outcomes',
    key: [market, outcome.horizonS, outcome.atS],
    value: outcome,
  }));
  await database.commit([...changes, { store: 'skill', key: [market], value }]);
  return value;
}

const dueHorizons = (known: ReadonlySet<string>, atS: number, untilS: number): readonly number[] =>
  HORIZONS_S.filter((horizonS) => atS + horizonS <= untilS && !known.has(`${horizonS} ${atS}`));

/** New outcomes, and what was known before them. */
export interface Lesson {
  readonly skill: SkillRow | null;
  /** Before them. */
  readonly mixture: Mixture;
  /** The forecasts of `outcomes`, ascending in time. */
  readonly frozen: readonly ForecastRow[];
  readonly outcomes: readonly OutcomeRow[];
  /** Earlier outcomes of the horizon of learning, ascending in time. */
  readonly before: readonly OutcomeRow[];
  readonly untilS: number;
}

/** The mixture after its lessons, each once and in order, and the score of all of them. */
export function learnFrom({ skill, frozen, outcomes, before, untilS, ...lesson }: Lesson): SkillRow {
  const mixture = structuredClone(lesson.mixture);
  // 0: nothing yet, so that nothing has faded since.
  let learntUntilS = skill === null || skill.learntUntilS === 0 ? -Infinity : skill.learntUntilS;
  const lessons = outcomes.filter(({ horizonS }) => horizonS === LEARNING_HORIZON_S);
  for (const outcome of lessons) {
    const row = frozen.find(({ atS }) => atS === outcome.atS);
    if (row === undefined || outcome.atS <= learntUntilS) continue;
    const elapsedS = Number.isFinite(learntUntilS) ? outcome.atS - learntUntilS : LEARNING_HORIZON_S;
    learnOutcome(mixture, row, outcome, elapsedS);
    learntUntilS = outcome.atS;
  }
  const all = [...before, ...lessons].toSorted((a, b) => a.atS - b.atS);
  return {
    learntUntilS: Number.isFinite(learntUntilS) ? learntUntilS : 0,
    scoredUntilS: untilS,
    mixture,
    reports: [reportSkill(all, LEARNING_HORIZON_S)],
  };
}

/** The dollars that were heard stand for those of all venues. */
function learnOutcome(
  mixture: Mixture,
  row: ForecastRow,
  { atS, horizonS, heardShare, sides }: OutcomeRow,
  elapsedS: number,
): void {
  const frozen = unpackFrozen(row);
  if (frozen === null || !(heardShare > 0)) return;
  const regions = sides.map((side) => {
    const region = regionOf(atS, side, 'first');
    return { ...region, usd: region.usd.map((usd) => usd / heardShare) };
  });
  learnFromOutcome(mixture, frozen, regions, horizonS, elapsedS);
}
