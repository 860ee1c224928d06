import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';

import { aroundValues, wholeDays } from './plot-range.ts';

/** One column of a plot; the first column of the data is what runs along the bottom. */
export interface PlotSeries {
  readonly label: string;
  /** A custom property of the theme: `--longs`. */
  readonly color: string;
  readonly kind: 'line' | 'points';
}

interface PlotProps {
  /** Said to those who do not see the plot; the figures stand in the table that follows. */
  readonly label: string;
  readonly data: readonly (readonly (number | null)[])[];
  readonly series: readonly PlotSeries[];
  /** Indices into `series` between which the area is filled. */
  readonly band?: readonly [upper: number, lower: number];
  readonly isTime: boolean;
  readonly isLog?: boolean;
  readonly format: (value: number) => string;
  /** Changes when colours do. */
  readonly theme: string;
}

const HEIGHT = 220;
// oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- the enum exists in uPlot's types only
const LOGARITHMIC = 3 as uPlot.Scale.Distr;

/** A plot that follows its width and the theme. Where nothing can be drawn the tables say it all. */
export function Plot(props: PlotProps) {
  const { label, data, series, band, isTime, isLog = false, format, theme } = props;
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = host.current;
    if (root === null || !canDraw()) return;
    const style = getComputedStyle(root);
    const color = (name: string): string => style.getPropertyValue(name).trim();
    const axis = { stroke: color('--muted'), grid: { stroke: color('--line') }, ticks: { show: false } };
    const options: uPlot.Options = {
      width: Math.max(280, root.clientWidth),
      height: HEIGHT,
      legend: { show: false },
      cursor: { y: false },
      scales: {
        x: {
          time: isTime,
          ...(isLog ? { distr: LOGARITHMIC } : {}),
          ...(isTime ? { range: wholeDays } : {}),
        },
        y: isLog ? { distr: LOGARITHMIC } : isTime ? { range: aroundValues } : {},
      },
      axes: [
        isTime ? axis : { ...axis, values: (_plot, values) => values.map(format) },
        { ...axis, size: 72, values: (_plot, values) => values.map(format) },
      ],
      series: [
        {},
        ...series.map((one) => ({
          label: one.label,
          stroke: color(one.color),
          width: 2,
          points: { show: one.kind === 'points', size: 6, fill: color(one.color) },
          ...(one.kind === 'points' ? { paths: () => null } : {}),
        })),
      ],
      ...(band === undefined
        ? {}
        : { bands: [{ series: [band[0] + 1, band[1] + 1], fill: `${color('--shorts')}33` }] }),
    };
    const plot = new uPlot(options, data as uPlot.AlignedData, root);
    const follow = new ResizeObserver(() => {
      plot.setSize({ width: Math.max(280, root.clientWidth), height: HEIGHT });
    });
    follow.observe(root);
    return () => {
      follow.disconnect();
      plot.destroy();
    };
  }, [data, series, band, isTime, isLog, format, theme]);
  return <div class="plot" role="img" aria-label={label} ref={host} />;
}

const canDraw = (): boolean =>
  typeof ResizeObserver !== 'undefined' && document.createElement('canvas').getContext('2d') !== null;
