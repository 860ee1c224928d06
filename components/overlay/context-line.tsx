import type { MarketReport } from '../../core/market/market-report.ts';
import { Changing } from '../ui/changing.tsx';
import { type ContextItem, contextItems } from './context-items.ts';
import { marketItems } from './market-items.ts';

/** Open interest, funding, accounts and what surrounds the market; items without a figure are left out. */
export function ContextLine({ report, nowMs }: { readonly report: MarketReport; readonly nowMs: number }) {
  const items: readonly ContextItem[] = [...marketItems(report, nowMs), ...contextItems(report, nowMs)];
  if (items.length === 0) return null;
  return (
    <dl class="context">
      {items.map(({ id, label, value, title }) => (
        <div key={id} title={title}>
          <dt>{label}</dt>
          <dd>
            <Changing text={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
