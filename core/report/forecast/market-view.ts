import { expectedForcedMap } from '../../engine/forecast/forced-map.ts';
import {
  type Forecaster,
  forecastAt,
  type ForecasterState,
  type PublicKnowledge,
} from '../../engine/forecast/forecaster.ts';
import { BAR_INTERVAL_S } from '../../market/bars.ts';
import type { LiquidationMap } from '../../market/liquidation-map.ts';
import type { SkillReport } from '../../market/market-report.ts';
import type { SkillRow } from '../../ledger/tables/skill.ts';

/** Both maps of a market now, what they were made of, and what is known of their skill. */
export interface MarketView {
  /** Exposure by the inventory, expected forced coins by the mixture; with what is `known` in it. */
  readonly map: LiquidationMap;
  /** By which it is told how sure the map is. */
  readonly state: Pick<ForecasterState, 'inventory' | 'calibration' | 'mixture'>;
  /** Absent where no public position is known. */
  readonly known?: PublicKnowledge | undefined;
  readonly skill: SkillReport | null;
}

/** What `forecaster` says after its last bar, seen from `price`, USD. */
export function viewOf(
  forecaster: Forecaster,
  price: number,
  skill: SkillRow | null,
  known?: PublicKnowledge,
): MarketView {
  const { state } = forecaster;
  const report = skill?.reports[0] ?? null;
  const forecast = forecastAt(forecaster, state.inventory.lastOpenTimeS + BAR_INTERVAL_S, {
    price,
    isDistanceAlone: report?.isDistanceAlone === true,
    ...(known === undefined ? {} : { known }),
  });
  return { map: expectedForcedMap(forecast), state, known, skill: report };
}
