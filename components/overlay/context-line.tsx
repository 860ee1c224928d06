import type { ComponentChildren } from 'preact';

import type { MarketReport } from '../../core/market/market-report.ts';
import { Changing } from '../ui/changing.tsx';
import { type ContextItem, contextItems } from './context-items.ts';
import { marketItems } from './market-items.ts';

interface ContextLineProps {
  readonly report: MarketReport;
  readonly nowMs: number;
  /** Items that go by the second. */
  readonly children: ComponentChildren;
}

/** Funding, accounts and what surrounds the market; items without a figure are left out. */
export function ContextLine({ report, nowMs, children }: ContextLineProps) {
  const items: readonly ContextItem[] = [...marketItems(report, nowMs), ...contextItems(report, nowMs)];
  return (
    <dl class="context">
      {children}
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
