import { dollarErrors } from '../../engine/forecast/dollars.ts';
import { type Forecaster, forecastAt } from '../../engine/forecast/forecaster.ts';
import { withBaselines } from '../../engine/forecast/frozen-forecast.ts';
import { buildBaselineMaps } from '../../engine/skill/baselines.ts';
import { listenedShareOf } from '../../ledger/forced-orders/listening.ts';
import type { HeardVenues } from '../../ledger/forced-orders/read-orders.ts';
import type { DatabasePort } from '../../ledger/ports.ts';
import { packFrozen } from '../../ledger/record/forecast-row.ts';
import type { ForecastRow } from '../../ledger/tables/forecasts.ts';
import type { Bars } from '../../market/bars.ts';
import { HOUR_S } from '../../market/time.ts';

/** A forecast that could not be frozen within this time of its hour is not made any more. */
const FREEZE_WITHIN_S = 300;

/** What the forecast of an hour is frozen of. */
export interface FreezeInput {
  readonly database: DatabasePort;
  readonly market: string;
  readonly nowMs: number;
  /** After the last bar, with the mixture that forecasts by now. */
  readonly forecaster: Forecaster;
  readonly happened: { readonly bars: Bars; readonly heard: HeardVenues };
}

/** Freezes the forecast of the hour that has just begun, once, where somebody listens to what will come of it. @throws StorageError */
export async function freezeHour({
  database,
  market,
  nowMs,
  forecaster,
  happened,
}: FreezeInput): Promise<void> {
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
