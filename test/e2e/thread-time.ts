import type { CDPSession } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  readonly dur?: number;
  /** Time of the thread itself, µs: what other programs took from it is not in it. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** Milliseconds of the main thread in calls of the extension's functions by the browser, while `during` goes on. */
export async function ownThreadMs(devtools: CDPSession, during: () => Promise<void>): Promise<number> {
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
  let [sumUs, until] = [0, 0];
  for (const { name, ts, dur = 0, tdur = 0, args } of events.toSorted((a, b) => a.ts - b.ts)) {
    const isOwn = name === 'FunctionCall' && args?.data?.url?.startsWith('chrome-extension://') === true;
    // A call within a call is in it already.
    if (!isOwn || ts < until) continue;
    sumUs += tdur;
    until = ts + dur;
  }
  return sumUs / 1000;
}
