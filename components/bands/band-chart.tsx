import { useLayoutEffect, useRef } from 'preact/hooks';

import { frameBands, rowAt, type BandFrame } from './band-frame.ts';
import type { BandRows } from './band-rows.ts';
import type { ChartLine } from './chart-line.ts';
import { drawBands } from './draw-bands.ts';
import { type Palette, readPalette } from '../ui/palette.ts';
import { roundPressed } from '../ui/take-price.ts';
import { useCanvasRoom } from '../ui/use-canvas-room.ts';

interface BandChartProps {
  readonly bands: BandRows;
  readonly lines: readonly ChartLine[];
  readonly decimals: number;
  /** Index of the row under the cursor; null = none. */
  readonly selected: number | null;
  readonly onSelect: (row: number | null) => void;
  /** A round price was pressed. */
  readonly onPress?: (price: number) => void;
  /** Changes when the colours do. */
  readonly theme: string;
}

/** Price upright, dollars across. A drawing; its numbers stand in the table. */
export function BandChart(props: BandChartProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<BandFrame | null>(null);
  const colours = useRef<{ readonly theme: string; readonly palette: Palette } | null>(null);
  const { room, isForced } = useCanvasRoom(canvas);

  useLayoutEffect(() => {
    const element = canvas.current;
    // A canvas may be missing (tests) or refused (privacy settings); the table remains.
    const surface = element?.getContext('2d');
    if (element === null || surface == null || room === null) return;
    // In a frame of its own: drawing within the update that brought the figures would keep the page waiting for both.
    const request = requestAnimationFrame(() => {
      const { ratio } = room;
      const [width, height] = [Math.round(room.width * ratio), Math.round(room.height * ratio)];
      if (element.width !== width) element.width = width;
      if (element.height !== height) element.height = height;
      surface.clearRect(0, 0, width, height);
      const { bands, decimals } = props;
      const theme = `${props.theme} ${isForced}`;
      if (colours.current?.theme !== theme) colours.current = { theme, palette: readPalette(element) };
      frame.current = frameBands(room, bands, decimals);
      drawBands(surface, frame.current, { ...props, palette: colours.current.palette });
    });
    return () => cancelAnimationFrame(request);
  }, [room, props.bands, props.lines, props.decimals, props.selected, props.theme, isForced]);

  const point = ({ offsetY }: PointerEvent) => {
    if (frame.current !== null) props.onSelect(rowAt(frame.current, offsetY * devicePixelRatio));
  };
  const press = (event: MouseEvent) => {
    if (frame.current === null || room === null) return;
    const y = event.offsetY * room.ratio;
    const { top, height, priceOf } = frame.current;
    if (y < top || y > top + height) return;
    // Of the map's own menu, which asks what the price shall be.
    event.preventDefault();
    props.onPress?.(roundPressed(priceOf(y), priceOf(0) - priceOf(room.ratio)));
  };
  return (
    <div class="band-chart" aria-hidden="true">
      <canvas
        ref={canvas}
        onPointerMove={point}
        onPointerLeave={() => props.onSelect(null)}
        {...(props.onPress === undefined ? {} : { onClick: press, onContextMenu: press })}
      />
    </div>
  );
}
