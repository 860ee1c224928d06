import { useMemo } from 'preact/hooks';

import { type QuotedReport, withQuote } from '../../core/report/with-quote.ts';
import { useStore } from '../ui/use-store.ts';
import type { PanelStore } from './panel-store.ts';

/** The market's report with the price that was told last; null before the first report. */
export function useReport(store: PanelStore): QuotedReport | null {
  const report = useStore(store, (state) => state.report);
  const quote = useStore(store, (state) => state.quote);
  return useMemo(() => report && withQuote(report, quote), [report, quote]);
}
