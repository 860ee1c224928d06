import type { ComponentChildren } from 'preact';

import { say } from '../../core/i18n/say.ts';
import type { ClusterReport } from '../../core/market/market-report.ts';
import type { QuotedReport } from '../../core/report/with-quote.ts';
import { formatPercent } from '../ui/format.ts';
import { Grip } from './grip.tsx';
import { HideButton } from './hide-button.tsx';
import { IconButton } from './icon-button.tsx';
import { MarkPrice } from './mark-price.tsx';
import { nearestCluster } from './nearest.ts';
import { SideButton } from './side-button.tsx';
import { SkillBadge } from './skill-badge.tsx';
import type { DragProps } from './use-drag.ts';

interface StripProps {
  readonly title: string;
  readonly report: QuotedReport | null;
  readonly move: DragProps;
  /** Stands before the buttons. */
  readonly freshness: ComponentChildren;
  readonly decimals: number;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  /** To the next smaller form. */
  readonly onFold: () => void;
  readonly onRecord: (() => void) | undefined;
  readonly onSidePanel: (() => void) | undefined;
  readonly onClose: () => void;
}

/** Market, mark price, freshness, skill: the head of the open panel. By itself it has the nearest cluster on each side too. */
export function Strip(props: StripProps) {
  const { title, report, decimals, isOpen } = props;
  return (
    <header class="strip">
      <Grip move={props.move} />
      <span class="strip-market">{title}</span>
      <MarkPrice {...{ report, decimals }} />
      <div class="strip-middle" key={String(report?.price != null)}>
        {!isOpen &&
          (['short', 'long'] as const).map((side) => (
            <Nearest key={side} clusters={report?.clusters ?? []} side={side} />
          ))}
        {report?.skill != null && <SkillBadge skill={report.skill} onRecord={props.onRecord} />}
      </div>
      {props.freshness}
      {isOpen ? (
        <>
          <SideButton onClick={props.onSidePanel} />
          <IconButton
            label={say('panel.fold.card')}
            title={say('panel.fold.brief')}
            path="M3 8h10"
            isExpanded
            onClick={props.onFold}
          />
        </>
      ) : (
        <>
          <IconButton
            label={say('panel.open')}
            title={say('panel.open.brief')}
            path="M3 6l5 5 5-5"
            isExpanded={false}
            onClick={props.onOpen}
          />
          <IconButton
            label={say('panel.fold.dot')}
            path="M8 5.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5"
            onClick={props.onFold}
          />
        </>
      )}
      <HideButton onClick={props.onClose} />
    </header>
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
  const text = say(`strip.nearest.${side}`, {
    usd: cluster.exposureUsd.p50,
    away: formatPercent(cluster.distance, 1, true),
  });
  return (
    <span class={`strip-nearest ${side}`} title={text}>
      <span aria-hidden="true">{side === 'short' ? '▴' : '▾'}</span>
      <span class="visually-hidden">{text}</span>
      <span aria-hidden="true">{formatPercent(Math.abs(cluster.distance)).replace(' ', '')}</span>
    </span>
  );
}
