import type { Forecaster } from '../../core/engine/forecast/forecaster.ts';
import { settleInSteps, type SettledInput } from '../../core/report/forecast/settled-forecaster.ts';

/** The settled forecaster, made in one go. */
export function settledForecaster(input: SettledInput): Forecaster | null {
  const work = settleInSteps(input);
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}
