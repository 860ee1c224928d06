import type { ComponentChildren } from 'preact';

import { say } from '../../core/i18n/say.ts';
import { warningWords } from '../../core/i18n/warning-words.ts';
import type { ClusterReport } from '../../core/market/market-report.ts';
import type { QuotedReport } from '../../core/report/with-quote.ts';
import { Changing } from '../ui/changing.tsx';
import { formatAge, formatPercent, formatPrice, formatUsd } from '../ui/format.ts';
import { cardSentence } from './card-sentence.ts';
import { Grip } from './grip.tsx';
import { HideButton } from './hide-button.tsx';
import { IconButton } from './icon-button.tsx';
import { MarkPrice } from './mark-price.tsx';
import { nearestCluster } from './nearest.ts';
import { PaintedText } from './painted-text.tsx';
import { conditionSentence, hasFiguresPlace, type PanelCondition } from './panel-condition.ts';
import type { PanelStore } from './panel-store.ts';
import { CARD } from './place.ts';
import { SideButton } from './side-button.tsx';
import { type DragProps, isControl } from './use-drag.ts';
import { useMinute } from './use-minute.ts';
import { useTakenOff } from './use-taken-off.ts';
import { WarmUp } from './warm-up.tsx';
import { freshWarnings, ownWarnings } from './warnings.tsx';

interface CardProps {
  readonly store: PanelStore;
  /** Prices in the units of the page. */
  readonly report: QuotedReport | null;
  readonly decimals: number;
  readonly condition: PanelCondition;
  readonly title: string;
  readonly freshness: ComponentChildren;
  readonly move: DragProps;
  readonly onSidePanel: (() => void) | undefined;
  readonly onOpen: () => void;
  readonly onFold: () => void;
  readonly onClose: () => void;
}

/** What a glance needs: market, price, the nearest cluster on each side, one sentence. A tap opens the panel. */
export function Card(props: CardProps) {
  const { report, decimals, condition } = props;
  const hasMap = report?.map != null;
  return (
    // The pointer that may drag it is held by it, and so is the click that ends without a drag.
    <div {...props.move} onClick={(event) => isControl(event) || props.onOpen()}>
      <header>
        <Grip move={props.move} />
        <span class="strip-market">{props.title}</span>
        <MarkPrice {...{ report, decimals }} />
        <span class="strip-middle" />
        {props.freshness}
        <SideButton onClick={props.onSidePanel} />
        <IconButton
          label={say('panel.open')}
          title={say('panel.open.brief')}
          path="M3 10l5-5 5 5"
          onClick={props.onOpen}
        />
        <IconButton
          label={say('panel.fold.strip')}
          title={say('panel.fold.brief')}
          path="M3 8h10"
          onClick={props.onFold}
        />
        <HideButton onClick={props.onClose} />
      </header>
      <div class="card-body" title={say('panel.open')}>
        {hasFiguresPlace(condition) && hasMap && (
          <div class="card-rows">
            {(['short', 'long'] as const).map((side) => (
              <Row
                key={side}
                side={side}
                cluster={nearestCluster(report.clusters, side)}
                decimals={decimals}
              />
            ))}
          </div>
        )}
        <Now {...props} />
      </div>
    </div>
  );
}

/** What is wrong, else how far history has been read, else the one thing to know now. */
function Now({ store, report, condition, title }: CardProps) {
  const takenOff = useTakenOff(store);
  const minuteMs = useMinute(store);
  const wrong = conditionSentence(condition, title, report?.price != null);
  if (wrong === null && report?.warmUp.done === false) return <WarmUp warmUp={report.warmUp} isBrief />;
  const nowMs = Math.max(report?.at ?? 0, minuteMs);
  const own =
    wrong === null ? ownWarnings(freshWarnings(report?.warnings ?? [], takenOff, nowMs))[0] : undefined;
  const sentence = wrong ?? (report && cardSentence(report));
  return (
    <div class="card-now">
      {own && (
        <PaintedText
          text={say('card.own', {
            title: warningWords(own).title,
            age: formatAge(nowMs - own.at).replaceAll(' ', '\u00a0'),
          })}
          label={say('warnings.own')}
          width={CARD.width - CARD_SIDES_PX}
          lines={2}
        />
      )}
      {/* Under what is painted it keeps its room, and the page finds it as before. */}
      <p class="card-sentence" {...(own ? { 'aria-hidden': true } : { title: sentence ?? '' })}>
        {unbroken(sentence ?? '')}
      </p>
    </div>
  );
}

/** Border and padding of the card, left and right. */
const CARD_SIDES_PX = 18;

/** A figure stays on one line with its unit. */
const unbroken = (sentence: string): string => sentence.replaceAll(/(?<=\d) (?=[%kMBT](?!\w))/g, '\u00a0');

interface RowProps {
  readonly side: ClusterReport['side'];
  readonly cluster: ClusterReport | null;
  readonly decimals: number;
}

/** Range, dollars, distance and chance of a touch in 24 h. */
function Row({ side, cluster, decimals }: RowProps) {
  if (cluster === null) return <p class="card-none secondary">{say(`card.none.${side}`)}</p>;
  const { low, high, exposureUsd, distance, touch } = cluster;
  const range = rangeText(cluster, decimals);
  const row = say(`card.row.${side}`, {
    range: `${formatPrice(low, decimals)}–${formatPrice(high, decimals)}`,
    usd: exposureUsd.p50,
    distance: Math.abs(distance),
  });
  const text = touch === null ? row : say('card.touch', { row, chance: touch.h24 });
  return (
    <p class={`card-row ${side}`} title={text}>
      <span class="visually-hidden">{text}</span>
      <span class="card-arrow" aria-hidden="true">
        {side === 'short' ? '▴' : '▾'}
      </span>
      <span aria-hidden="true">{range}</span>
      <span class="card-usd" aria-hidden="true">
        <Changing text={formatUsd(exposureUsd.p50)} />
      </span>
      <span aria-hidden="true">{formatPercent(distance, 1, true)}</span>
      <span class="card-chance secondary" aria-hidden="true">
        {touch !== null && (
          <>
            <span>{formatPercent(touch.h24, 0)}</span> <span>{say('card.day')}</span>
          </>
        )}
      </span>
    </p>
  );
}

/** Longer ones have no room: the edge that the price would meet first stands for both. */
const MOST_LETTERS = 15;

function rangeText({ side, low, high }: ClusterReport, decimals: number): string {
  const range = `${formatPrice(low, decimals)}–${formatPrice(high, decimals)}`;
  return range.length <= MOST_LETTERS ? range : formatPrice(side === 'short' ? low : high, decimals);
}
