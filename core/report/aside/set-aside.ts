import type { AsideReport, SourceStatus } from '../../market/market-report.ts';
import type { VenueFacts } from '../venue-facts.ts';

/** `one` with the source of `kind` told as set aside. */
export function withAside(one: VenueFacts, kind: SourceStatus['kind'], aside: AsideReport): VenueFacts {
  const known = one.statuses.find((status) => status.kind === kind);
  const status: SourceStatus = {
    venue: one.venue,
    kind,
    status: 'failed',
    at: known?.at ?? one.tickerReceivedAtMs,
    code: 'set-aside',
    aside,
  };
  return { ...one, statuses: [...one.statuses.filter((other) => other !== known), status] };
}

/** What is said of a figure that `others` do not follow; without others the venue's own past decides. */
export const changeReport = (
  quantity: AsideReport['quantity'],
  told: number | null,
  believed: number | null,
  others: number,
): AsideReport => ({
  quantity,
  told,
  believed,
  by: others > 0 ? 'others' : 'past',
  others: Math.max(0, others),
});
