import { useLayoutEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';

import { formatPrice, formatUsd } from '../ui/format.ts';
import type { BandRows } from './band-rows.ts';
import { drawBars, drawLines, drawTotals, type BandPicture, type ChartLine } from './draw-bands.ts';
import { readPalette } from './palette.ts';

interface BandChartProps {
  readonly bands: BandRows;
  readonly lines: readonly ChartLine[];
  readonly decimals: number;
  /** Index of the row under the cursor; null = none. */
  readonly selected: number | null;
  readonly onSelect: (row: number | null) => void;
  /** Changes when the colours do. */
  readonly theme: string;
}

interface Owner {
  readonly plot: uPlot;
  picture: BandPicture;
  onSelect: (row: number | null) => void;
}

/** Price upright, dollars across. The one owner of its uPlot; the picture is a drawing, its numbers stand in the table. */
export function BandChart(props: BandChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const owner = useRef<Owner | null>(null);

  useLayoutEffect(() => {
    const element = host.current;
    if (element === null || !canDraw()) return;
    const created = createPlot(element, props);
    owner.current = created;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      if (width > 0 && height > 0) created.plot.setSize({ width, height });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      created.plot.destroy();
      owner.current = null;
    };
  }, [props.decimals]);

  useLayoutEffect(() => {
    const current = owner.current;
    const element = host.current;
    if (current === null || element === null) return;
    current.picture = { bands: props.bands, lines: props.lines, palette: readPalette(element) };
    current.plot.setData(columns(props.bands));
  }, [props.bands, props.lines, props.theme]);

  useLayoutEffect(() => {
    const current = owner.current;
    if (current === null) return;
    current.onSelect = props.onSelect;
  }, [props.onSelect]);

  useLayoutEffect(() => {
    const plot = owner.current?.plot;
    const row = props.selected === null ? undefined : props.bands.rows[props.selected];
    if (plot === undefined || plot.cursor.idx === props.selected) return;
    const top = row === undefined ? -10 : plot.valToPos((row.low + row.high) / 2, 'x');
    plot.setCursor({ left: row === undefined ? -10 : 1, top }, false);
  }, [props.selected, props.bands]);

  return <div class="band-chart" ref={host} aria-hidden="true" />;
}

/** Canvas may be missing (tests) or refused (privacy settings); the table remains. */
function canDraw(): boolean {
  return document.createElement('canvas').getContext('2d') !== null;
}

const columns = ({ rows }: BandRows): uPlot.AlignedData => [
  rows.map((row) => (row.low + row.high) / 2),
  rows.map((row) => row.longUsd + row.shortUsd),
  rows.map((row) => row.totalUsd),
];

/** uPlot's numbers for the sides of an axis; its enum has no values at run time. */
const BOTTOM = 2 as uPlot.Axis.Side;
const LEFT = 3 as uPlot.Axis.Side;

const FONT = '11px system-ui, sans-serif';

function createPlot(element: HTMLElement, { bands, lines, decimals, onSelect }: BandChartProps): Owner {
  const bounds = element.getBoundingClientRect();
  const current: { owner: Owner | null } = { owner: null };
  const picture = (): BandPicture =>
    current.owner?.picture ?? { bands, lines, palette: readPalette(element) };
  const edges = (): uPlot.Range.MinMax => {
    const { rows } = picture().bands;
    return [rows[0]?.low ?? 0, rows.at(-1)?.high ?? 1];
  };
  const axis = { font: FONT, stroke: () => picture().palette.muted, ticks: { show: false } } as const;
  const plot = new uPlot(
    {
      width: Math.max(1, bounds.width),
      height: Math.max(1, bounds.height),
      padding: [4, 0, 0, 0],
      legend: { show: false },
      cursor: { y: false, points: { show: false }, drag: { x: false, y: false, setScale: false } },
      scales: {
        x: { time: false, ori: 1, dir: 1, range: edges },
        usd: { ori: 0, dir: 1, range: () => [0, (picture().bands.largestUsd || 1) * 1.04] },
        total: { ori: 0, dir: 1, range: () => [0, (picture().bands.largestTotalUsd || 1) * 1.04] },
      },
      axes: [
        {
          ...axis,
          scale: 'x',
          side: LEFT,
          size: 12 + 6.4 * formatPrice(bands.price, decimals).length,
          gap: 4,
          space: 28,
          grid: { show: false },
          values: (_, prices) => prices.map((price) => formatPrice(price, decimals)),
        },
        {
          ...axis,
          scale: 'usd',
          side: BOTTOM,
          size: 18,
          gap: 2,
          space: 56,
          grid: { stroke: () => picture().palette.line, width: 1 },
          values: (_, amounts) => amounts.map((usd) => (usd === 0 ? '' : formatUsd(usd))),
        },
      ],
      series: [
        {},
        { scale: 'usd', paths: () => null, points: { show: false } },
        { scale: 'total', paths: () => null, points: { show: false } },
      ],
      hooks: {
        draw: [
          (drawn) => {
            drawBars(drawn, picture());
            drawTotals(drawn, picture());
            drawLines(drawn, picture());
          },
        ],
        setCursor: [
          ({ cursor }) => {
            const outside = cursor.idx === undefined || cursor.idx === null || (cursor.top ?? -1) < 0;
            current.owner?.onSelect(outside ? null : (cursor.idx ?? null));
          },
        ],
      },
    },
    columns(bands),
    element,
  );
  current.owner = { plot, picture: { bands, lines, palette: readPalette(element) }, onSelect };
  return current.owner;
}
