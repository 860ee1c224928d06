import type { BrowserContext } from '@playwright/test';

import { backgroundWorker } from '../support/launch.ts';

/** After that the worker asks for a ticker again. */
export const TICKER_PERIOD_S = 11;

/** Puts the worker's clock forward by so much more, so that what it asks for now and then is due. */
export async function advanceWorker(context: BrowserContext, seconds: number): Promise<void> {
  const worker = await backgroundWorker(context);
  await worker.evaluate(`{
    if (!Object.hasOwn(Date.now, 'aheadMs')) {
      const deviceMs = Date.now;
      const now = Object.assign(() => deviceMs() + now.aheadMs, { aheadMs: 0 });
      Date.now = now;
    }
    Date.now.aheadMs += ${Math.round(seconds * 1000)};
  }`);
}

/** Whether its clock was put forward. */
export async function isWorkerAhead(context: BrowserContext): Promise<boolean> {
  const worker = await backgroundWorker(context);
  return worker.evaluate("Object.hasOwn(Date.now, 'aheadMs')");
}
