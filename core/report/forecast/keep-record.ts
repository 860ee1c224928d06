import { LEARNING_HORIZON_S } from '../../engine/forecast/forecaster.ts';
import { ordersInBars } from '../../engine/agreement/believable-orders.ts';
import { isOfALie } from '../../ledger/aside-log.ts';
import { readOrders } from '../../ledger/forced-orders/read-orders.ts';
import type { DatabaseChange } from '../../ledger/ports.ts';
import type { AsideEntry } from '../../ledger/tables/aside.ts';
import type { ForecastRow } from '../../ledger/tables/forecasts.ts';
import type { OutcomeRow } from '../../ledger/tables/outcomes.ts';
import type { SkillRow } from '../../ledger/tables/skill.ts';
import { HOUR_S } from '../../market/time.ts';
import { type FreezeInput, freezeHour } from './freeze-hour.ts';
import { learnFrom } from './learn-from.ts';
import { createOutcomes, type Happened } from './observe-outcomes.ts';
import { reportSkill } from './score-outcomes.ts';

/** What is scored: an hour, four hours, a day. */
export const HORIZONS_S: readonly number[] = [HOUR_S, 4 * HOUR_S, 24 * HOUR_S];

/** What the next hour is frozen from, and what the hours that are over are scored by. */
export interface RecordInput extends FreezeInput {
  /** Bars that closed later than this, epoch seconds, may still change. */
  readonly settledS: number;
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
  const counted = outcomes.filter(isCounted);
  const before = (await database.list('outcomes', [market, LEARNING_HORIZON_S]))
    .map(({ value }) => value)
    .filter(isCounted);
  // What was learnt is lost or was taken back: all of the record is learnt from anew.
  const anew = skill === null ? before : [];
  const learnt = learnFrom({
    skill,
    mixture: forecaster.state.mixture,
    outcomes: [...anew, ...counted],
    frozen: [...(await readAll(anew.map(({ atS }) => atS))), ...frozen],
  });
  const scored = [...before, ...counted.filter(({ horizonS }) => horizonS === LEARNING_HORIZON_S)].toSorted(
    (a, b) => a.atS - b.atS,
  );
  const value: SkillRow = {
    ...learnt,
    scoredUntilS: untilS,
    reports: [reportSkill(scored, LEARNING_HORIZON_S)],
  };
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
