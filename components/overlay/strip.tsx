import type { ComponentChildren } from 'preact';

import { say } from '../../core/i18n/say.ts';
import { definitionSentence, skillSentence } from '../../core/i18n/skill-words.ts';
import type { ClusterReport, SkillReport } from '../../core/market/market-report.ts';
import { pricedAtOf, type QuotedReport } from '../../core/report/with-quote.ts';
import { Changing } from '../ui/changing.tsx';
import { formatPercent, formatPrice, formatTime, formatUsd } from '../ui/format.ts';
import type { DragProps } from './use-drag.ts';

interface StripProps {
  readonly title: string;
  readonly report: QuotedReport | null;
  readonly move: DragProps;
  /** Stands before the buttons. */
  readonly freshness: ComponentChildren;
  readonly decimals: number;
  readonly isOpen: boolean;
  readonly onToggleOpen: () => void;
  readonly onDot: () => void;
  readonly onRecord: (() => void) | undefined;
  readonly onClose: () => void;
}

/** What the expected-forced map is worth; leads to its track record. */
function SkillBadge({ skill, onRecord }: { skill: SkillReport; onRecord: StripProps['onRecord'] }) {
  const isProven = skill.verdict === 'ahead';
  const { other } = skill;
  const title = [
    skillSentence(skill),
    ...(other === undefined ? [] : [definitionSentence(other)]),
    ...(skill.isDistanceAlone === true ? [say('skill.distance-alone')] : []),
    say('skill.open-record'),
  ].join(' ');
  return (
    <button type="button" class="badge" title={title} onClick={onRecord}>
      {isProven ? `×${skill.ratio.p50.toFixed(2)}` : say('skill.unproven')}
      {other?.hasEvidence === true && ` · all ×${other.ratio.p50.toFixed(2)}`}
    </button>
  );
}

/** Market, mark price, nearest cluster on each side, freshness, skill; what remains of the collapsed panel. */
export function Strip(props: StripProps) {
  const { title, report, decimals, isOpen } = props;
  return (
    <header class="strip">
      <button
        type="button"
        class="grip"
        aria-label="Move the panel with the arrow keys"
        title="Drag, or press arrow keys"
        {...props.move}
      />
      <span class="strip-market">{title}</span>
      {report?.price != null && (
        <span class="strip-price" title={`Mark price, ${formatTime(pricedAtOf(report))}`}>
          <Changing text={formatPrice(report.price, decimals)} />
        </span>
      )}
      <div class="strip-middle" key={String(report?.price != null)}>
        <Nearest clusters={report?.clusters ?? []} side="short" />
        <Nearest clusters={report?.clusters ?? []} side="long" />
        {report?.skill != null && <SkillBadge skill={report.skill} onRecord={props.onRecord} />}
      </div>
      {props.freshness}
      <button
        type="button"
        class="icon-button"
        aria-label={isOpen ? 'Collapse to the strip' : 'Open the panel'}
        aria-expanded={isOpen}
        title={isOpen ? 'Collapse' : 'Open'}
        onClick={props.onToggleOpen}
      >
        <Glyph path={isOpen ? 'M3 8h10' : 'M3 6l5 5 5-5'} />
      </button>
      {!isOpen && (
        <button
          type="button"
          class="icon-button"
          aria-label="Shrink to a dot"
          title="Shrink to a dot"
          onClick={props.onDot}
        >
          <Glyph path="M8 5.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5" />
        </button>
      )}
      <button
        type="button"
        class="icon-button"
        aria-label="Hide the panel"
        title="Hide (Alt+Shift+L shows it again)"
        onClick={props.onClose}
      >
        <Glyph path="M4 4l8 8M12 4l-8 8" />
      </button>
    </header>
  );
}

const Glyph = ({ path }: { readonly path: string }) => (
  <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
    <path d={path} fill="none" stroke="currentColor" stroke-width="1.5" />
  </svg>
);

/** The cluster of `side` that the price would meet first; null without one. */
export function nearestCluster(
  clusters: readonly ClusterReport[],
  side: ClusterReport['side'],
): ClusterReport | null {
  return clusters
    .filter((cluster) => cluster.side === side)
    .reduce<ClusterReport | null>(
      (best, cluster) =>
        best === null || Math.abs(cluster.distance) < Math.abs(best.distance) ? cluster : best,
      null,
    );
}

function Nearest({
  clusters,
  side,
}: {
  readonly clusters: readonly ClusterReport[];
  readonly side: 'long' | 'short';
}) {
  const cluster = nearestCluster(clusters, side);
  if (cluster === null) return null;
  const text = `Nearest cluster of ${side}s: ${formatUsd(cluster.exposureUsd.p50)} USD (estimate), ${formatPercent(cluster.distance, 1, true)} away`;
  return (
    <span class={`strip-nearest ${side}`} title={text}>
      <span aria-hidden="true">{side === 'short' ? '▴' : '▾'}</span>
      <span class="visually-hidden">{text}</span>
      <span aria-hidden="true">{formatPercent(Math.abs(cluster.distance)).replace(' ', '')}</span>
    </span>
  );
}
