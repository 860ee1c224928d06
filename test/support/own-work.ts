import type { CDPSession } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Time of the thread itself, µs: what other programs took from it is not in it. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** What the extension's functions did on a page's main thread. */
export interface OwnWork {
  /** Calls of them by the browser; a call within a call is in it. */
  readonly calls: number;
  /** Times that the browser had to lay out the page, or find its styles, in the middle of a call. */
  readonly layouts: number;
  /** Time of the thread in the calls, milliseconds. */
  readonly threadMs: number;
}

const FORCED: ReadonlySet<string> = new Set(['Layout', 'UpdateLayoutTree', 'RecalculateStyles']);

/** Watches the extension's work on a page while `during` goes on. */
export async function ownWork(devtools: CDPSession, during: () => Promise<unknown>): Promise<OwnWork> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { readonly value: readonly unknown[] }) =>
    void events.push(...(value as readonly TraceEvent[]));
  devtools.on('Tracing.dataCollected', collect);
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'] },
  });
  await during();
  const complete = new Promise((resolve) => void devtools.once('Tracing.tracingComplete', resolve));
  await devtools.send('Tracing.end');
  await complete;
  devtools.off('Tracing.dataCollected', collect);
  let [calls, layouts, sumUs, until] = [0, 0, 0, 0];
  for (const { name, ts, dur = 0, tdur = 0, args } of events.toSorted((a, b) => a.ts - b.ts)) {
    if (ts < until) {
      if (FORCED.has(name)) layouts += 1;
      continue;
    }
    if (name !== 'FunctionCall' || args?.data?.url?.startsWith('chrome-extension://') !== true) continue;
    calls += 1;
    sumUs += tdur;
    until = ts + dur;
  }
  return { calls, layouts, threadMs: sumUs / 1000 };
}
