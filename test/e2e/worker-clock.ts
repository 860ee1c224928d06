import type { BrowserContext } from '@playwright/test';

import { backgroundWorker } from '../support/launch.ts';

/** After that the worker asks for a ticker again. */
export const TICKER_PERIOD_S = 11;

/** Sets the worker's clock ahead, so that what it asks for now and then is due. */
export async function setWorkerAhead(context: BrowserContext, seconds: number): Promise<void> {
  const worker = await backgroundWorker(context);
  await worker.evaluate(`{
    const before = Date.now;
    Date.now = Object.assign(() => before() + ${Math.round(seconds * 1000)}, { isAhead: true });
  }`);
}

/** Whether its clock was set. */
export async function isWorkerAhead(context: BrowserContext): Promise<boolean> {
  const worker = await backgroundWorker(context);
  return worker.evaluate("Object.hasOwn(Date.now, 'isAhead')");
}
