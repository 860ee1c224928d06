import type { CDPSession } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Time of the thread itself, µs: what other programs took from it is not in it. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Runs of the thread that the extension's worker lives on: tasks, each with its microtasks. */
export interface WorkerTasks {
  readonly longestMs: number;
  readonly over50Ms: number;
  readonly sumMs: number;
}

const WORKER_THREAD = 'ServiceWorker thread';

/** Watches the worker's thread while `during` goes on. @param browser the whole browser's session */
export async function workerTasks(browser: CDPSession, during: () => Promise<unknown>): Promise<WorkerTasks> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { readonly value: readonly unknown[] }) =>
    void events.push(...(value as readonly TraceEvent[]));
  browser.on('Tracing.dataCollected', collect);
  await browser.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', '__metadata'] },
  });
  await during();
  const complete = new Promise((resolve) => void browser.once('Tracing.tracingComplete', resolve));
  await browser.send('Tracing.end');
  await complete;
  browser.off('Tracing.dataCollected', collect);
  const workers = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name?.startsWith(WORKER_THREAD))
      .map(threadOf),
  );
  const tasksMs = runsMs(
    events
      .filter((event) => event.ph === 'X' && workers.has(threadOf(event)))
      .toSorted((a, b) => a.ts - b.ts),
  );
  return {
    longestMs: Math.max(0, ...tasksMs),
    over50Ms: tasksMs.filter((ms) => ms > 50).length,
    sumMs: tasksMs.reduce((sum, ms) => sum + ms, 0),
  };
}

/** What a task leaves to be done at once comes after it and belongs to its run. */
function runsMs(events: readonly TraceEvent[]): readonly number[] {
  const runs: number[] = [];
  let until = 0;
  for (const { name, ts, dur = 0, tdur = dur } of events) {
    const isTask = name.endsWith('::RunTask');
    if (ts < until || !(isTask || name === 'RunMicrotasks')) continue;
    if (isTask) runs.push(0);
    runs.push((runs.pop() ?? 0) + tdur / 1000);
    until = ts + dur;
  }
  return runs;
}

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
