import type { ComponentChildren } from 'preact';

import type { QuotedReport } from '../../core/report/with-quote.ts';
import { Freshness } from '../overlay/freshness.tsx';
import { MarkPrice } from '../overlay/mark-price.tsx';
import type { PanelCondition } from '../overlay/panel-condition.ts';
import type { PanelStore } from '../overlay/panel-store.ts';
import { SkillBadge } from '../overlay/skill-badge.tsx';

interface SideHeadProps {
  readonly store: PanelStore;
  readonly title: string;
  /** Prices in the units of the page. */
  readonly report: QuotedReport | null;
  readonly decimals: number;
  readonly condition: PanelCondition;
  readonly onRecord: (() => void) | undefined;
  /** Buttons at the end. */
  readonly children: ComponentChildren;
}

/** Market, mark price, freshness and skill; stays in sight. */
export const SideHead = ({
  store,
  title,
  report,
  decimals,
  condition,
  onRecord,
  children,
}: SideHeadProps) => (
  <header class="side-head">
    <h1>{title}</h1>
    <MarkPrice {...{ report, decimals }} />
    <span class="strip-middle">
      {report?.skill != null && <SkillBadge skill={report.skill} {...{ onRecord }} />}
    </span>
    <Freshness {...{ store, report, condition }} />
    {children}
  </header>
);
