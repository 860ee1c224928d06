import { useLayoutEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';

import type { BandRows } from './band-rows.ts';
import type { BandPicture, ChartLine } from './draw-bands.ts';
import { readPalette } from './palette.ts';
import { plotColumns, plotOptions } from './plot-options.ts';

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
    current.plot.setData(plotColumns(props.bands));
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

function createPlot(element: HTMLElement, { bands, lines, decimals, onSelect }: BandChartProps): Owner {
  const { width, height } = element.getBoundingClientRect();
  const current = { picture: { bands, lines, palette: readPalette(element) }, onSelect };
  const options = plotOptions({
    width: Math.max(1, width),
    height: Math.max(1, height),
    decimals,
    picture: () => current.picture,
    onRow: (row) => current.onSelect(row),
  });
  return Object.assign(current, { plot: new uPlot(options, plotColumns(bands), element) });
}
