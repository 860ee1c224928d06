import type { CDPSession } from '@playwright/test';

/** Where scripts come from that an extension brings, and in place of one the inject ring. */
const OWN = /^chrome-extension:|^https:\/\/[^/]+\/plimsoll\//;

/** Main-thread time of a page with a function of the extension on its stack. */
export interface OwnTime {
  readonly ownMs: number;
  /** The longest of it without a pause. */
  readonly longestOwnMs: number;
}

/** Samples the page's stacks from now on. */
export async function startOwnTime(devtools: CDPSession, samplingUs: number): Promise<void> {
  await devtools.send('Profiler.enable');
  await devtools.send('Profiler.setSamplingInterval', { interval: samplingUs });
  await devtools.send('Profiler.start');
}

/** Ends the sampling; what was called from the extension's functions counts as theirs. */
export async function stopOwnTime(devtools: CDPSession): Promise<OwnTime> {
  const { profile } = await devtools.send('Profiler.stop');
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const own = new Set<number>();
  const mark = (id: number, isInside: boolean): void => {
    const node = nodes.get(id)!;
    const isOwn = isInside || OWN.test(node.callFrame.url);
    if (isOwn) own.add(id);
    for (const child of node.children ?? []) mark(child, isOwn);
  };
  mark(profile.nodes[0]!.id, false);
  let [ownUs, runUs, longestUs] = [0, 0, 0];
  for (const [index, id] of (profile.samples ?? []).entries()) {
    // A delta is the time since the sample before.
    const deltaUs = profile.timeDeltas?.[index + 1] ?? 0;
    runUs = own.has(id) ? runUs + deltaUs : 0;
    ownUs += own.has(id) ? deltaUs : 0;
    longestUs = Math.max(longestUs, runUs);
  }
  return { ownMs: ownUs / 1000, longestOwnMs: longestUs / 1000 };
}
