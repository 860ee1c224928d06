import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';

import { say } from '../../core/i18n/say.ts';
import type { MapReport, MarketReport } from '../../core/market/market-report.ts';
import { BandChart } from './band-chart.tsx';
import type { MapKind } from '../../core/market/map-window.ts';
import { buildBandRows, type BandRow } from './band-rows.ts';
import { BandTable } from './band-table.tsx';
import type { ChartLine } from './chart-line.ts';
import { captionOf } from '../share/caption.ts';
import { ShareButtons } from '../share/share-buttons.tsx';
import type { SharedPicture } from '../share/shared-picture.ts';
import { readPalette } from '../ui/palette.ts';
import type { TakePrice } from '../ui/take-price.ts';
import { drawSharedBands } from './shared-bands.ts';
import { formatPercent, formatPrice } from '../ui/format.ts';

interface BandsViewProps {
  readonly report: MarketReport;
  readonly map: MapReport;
  readonly price: number;
  readonly multiplier: number;
  readonly decimals: number;
  readonly view: MapKind;
  readonly span: number;
  readonly theme: string;
  /** The user's own prices; empty on an exchange page, which could read them. */
  readonly ownLines: readonly ChartLine[];
  readonly take?: TakePrice;
  /** Stands under the chart while no band is pointed at. */
  readonly children?: ComponentChildren;
}

const ROWS = 56;

/** The chart with its cursor, what the cursor says in words, and the same numbers as a table. */
export function BandsView(props: BandsViewProps) {
  const { report, map, price, multiplier, decimals, view, span } = props;
  const root = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<number | null>(null);
  const bands = useMemo(
    () => buildBandRows({ map, clusters: report.clusters, view, price, span, rowCount: ROWS, multiplier }),
    [map, report.clusters, view, price, span, multiplier],
  );
  const lines = useMemo(
    () => [...marketLines(report, price, span, decimals), ...props.ownLines],
    [report.levels, price, span, decimals, props.ownLines],
  );
  const row = selected === null ? null : (bands.rows[selected] ?? null);
  const text = row === null ? null : rowSentence(row, { report, price, decimals });
  const middle = bands.rows.findIndex(({ high }) => high > price);
  const { take } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && row !== null && take !== undefined) {
      event.preventDefault();
      return take.onTake((row.low + row.high) / 2);
    }
    const next = nextRow(event.key, selected, middle, bands.rows.length);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    setSelected(next);
  };
  const picture = (): SharedPicture | null => {
    if (root.current === null) return null;
    const palette = readPalette(root.current);
    const atS = report.at / 1000;
    return {
      ...captionOf({ report, map: view, price, atS, multiplier, decimals }),
      palette,
      draw: drawSharedBands({ bands, lines, decimals }, palette),
    };
  };
  return (
    <div class="bands" ref={root}>
      <div
        class="bands-chart"
        role="slider"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={say('bands.label')}
        aria-valuemin={0}
        aria-valuemax={bands.rows.length - 1}
        aria-valuenow={selected ?? middle}
        aria-valuetext={text?.join(', ') ?? say('bands.keys', { price: formatPrice(price, decimals) })}
        {...(take === undefined ? {} : { 'aria-description': take.about })}
        onKeyDown={onKeyDown}
      >
        <BandChart
          bands={bands}
          lines={lines}
          decimals={decimals}
          selected={selected}
          onSelect={setSelected}
          {...(take === undefined ? {} : { onPress: take.onTake })}
          theme={props.theme}
        />
      </div>
      <div class="readout">
        {text === null ? (
          props.children
        ) : (
          <>
            <p>{text[0]}</p>
            <p>{text[1]}</p>
          </>
        )}
      </div>
      <ShareButtons name={`${report.market}-bands`} picture={picture} />
      <BandTable bands={bands} decimals={decimals} />
    </div>
  );
}

/** More lines would hide the bars; the strongest within the picture are drawn. */
const LEVELS_SHOWN = 5;

function marketLines(
  { levels }: MarketReport,
  price: number,
  span: number,
  decimals: number,
): readonly ChartLine[] {
  const strongest = levels
    .map((level) => ({ level, edge: level.side === 'resistance' ? level.high : level.low }))
    .filter(({ edge }) => Math.abs(edge / price - 1) < span)
    .sort((a, b) => b.level.score - a.level.score)
    .slice(0, LEVELS_SHOWN);
  return [
    { kind: 'mark', price, label: formatPrice(price, decimals) },
    ...strongest.map(({ level: { side, touches }, edge }): ChartLine => ({
      kind: 'level',
      price: edge,
      label: say(touches === 0 ? 'bands.level' : 'bands.level.touched', {
        price: formatPrice(edge, decimals),
        side: say(`level.${side}`),
        touches,
      }),
    })),
  ];
}

/** The row that a key leads to; undefined for keys that are left to the page. */
function nextRow(
  key: string,
  selected: number | null,
  middle: number,
  count: number,
): number | null | undefined {
  const from = selected ?? middle;
  const clamp = (row: number) => Math.min(count - 1, Math.max(0, row));
  switch (key) {
    case 'ArrowUp':
    case 'ArrowRight':
      return clamp(from + 1);
    case 'ArrowDown':
    case 'ArrowLeft':
      return clamp(from - 1);
    case 'PageUp':
      return clamp(from + 10);
    case 'PageDown':
      return clamp(from - 10);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'Escape':
      return selected === null ? undefined : null;
    default:
      return undefined;
  }
}

interface RowContext {
  /** Prices in the units of the page. */
  readonly report: MarketReport;
  readonly price: number;
  readonly decimals: number;
}

/** Price, dollars in the band, distance in percent and in ATR; dollars from the price to there, chance of touch. */
function rowSentence(
  row: BandRow,
  { report, price, decimals }: RowContext,
): readonly [band: string, total: string] {
  const middle = (row.low + row.high) / 2;
  const isAbove = middle > price;
  const { atr1dUsd, clusters } = report;
  const here = {
    low: formatPrice(row.low, decimals),
    high: formatPrice(row.high, decimals),
    usd: isAbove ? row.shortUsd : row.longUsd,
    away: formatPercent(middle / price - 1, 1, true),
  };
  const touch = clusters.find(({ low, high }) => middle >= low && middle < high)?.touch ?? null;
  const total = say(isAbove ? 'total.short' : 'total.long', {
    far: formatPrice(isAbove ? row.high : row.low, decimals),
    usd: row.totalUsd,
  });
  return [
    atr1dUsd === null
      ? say('bands.row', here)
      : say('bands.row.atr', { ...here, atr: Math.abs(middle - price) / atr1dUsd }),
    touch === null ? total : say('bands.touch', { total, chance: formatPercent(touch.h24, 0) }),
  ];
}
