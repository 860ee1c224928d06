import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

import type { MapChoices } from '../../core/ledger/settings/map-choices.ts';
import type { ShownOrder } from '../../core/market/heard-orders.ts';
import type { ClusterReport, LevelReport } from '../../core/market/market-report.ts';
import { say } from '../../core/i18n/say.ts';
import type { ChartLine } from '../bands/chart-line.ts';
import { formatAxisTime, formatPrice } from '../ui/format.ts';
import { type Palette, readPalette } from '../ui/palette.ts';
import { roundPressed, type TakePrice } from '../ui/take-price.ts';
import { useCanvasRoom } from '../ui/use-canvas-room.ts';
import { drawCross } from './draw-cross.ts';
import { drawHeat } from './draw-heat.ts';
import { heatColours, rgbBy } from './heat-colours.ts';
import { frameHeat, type HeatFrame, localOffsetS } from './heat-frame.ts';
import type { HeatScene, SceneInView } from './heat-scene.ts';
import type { HeatView } from './heat-view.ts';
import { type HeatBitmap, paintBitmap } from './paint-bitmap.ts';
import { profileRows } from './profile-rows.ts';
import { type PointedPlace, useViewKeys, useViewPointer, type ViewMoves } from './use-view-input.ts';

export interface HeatChartProps extends ViewMoves {
  readonly scene: HeatScene | null;
  readonly seen: SceneInView | null;
  /** What it is, for those who do not see it. */
  readonly label: string;
  readonly view: HeatView;
  readonly map: MapChoices['map'];
  readonly price: number;
  readonly levels: readonly LevelReport[];
  readonly clusters: readonly ClusterReport[];
  readonly orders: readonly ShownOrder[];
  /** The user's own prices; empty on an exchange page, which could read them. */
  readonly ownLines: readonly ChartLine[];
  readonly take?: TakePrice;
  /** Null: now. */
  readonly momentS: number | null;
  readonly decimals: number;
  readonly scale: MapChoices['scale'];
  readonly theme: 'dark' | 'light';
  /** Changes when the colours do. */
  readonly look: string;
  readonly pointed: PointedPlace | null;
  readonly onPoint: (place: PointedPlace | null) => void;
}

/** Price upright, time across, colour by dollars. A drawing that is moved by wheel, drag and keys; its numbers stand in the table. */
export function HeatChart(props: HeatChartProps) {
  const { scene, seen, view, price, decimals, pointed, onPoint } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const painted = useRef<{ readonly key: readonly unknown[]; readonly bitmap: HeatBitmap | null } | null>(
    null,
  );
  const { room, isForced } = useCanvasRoom(canvas);
  const digits = Math.max(...[view.high, view.low].map((edge) => formatPrice(edge, decimals).length));
  const frame = useMemo(
    () => (room === null ? null : frameHeat(room, view, digits, localOffsetS(view.untilS))),
    [room, view, digits],
  );
  const [colours, setColours] = useState<Colours | null>(null);

  useLayoutEffect(() => {
    const surface = canvas.current?.getContext('2d');
    if (canvas.current === null || surface == null) return;
    const palette = readPalette(canvas.current);
    setColours({ palette, heat: heatColours(palette, props.theme, props.scale, rgbBy(surface)) });
  }, [props.look, props.scale, isForced, room === null]);

  const bitmapOf = (drawn: HeatFrame, { heat }: Colours): HeatBitmap | null => {
    if (scene === null || seen === null) return null;
    const key = [scene, seen, drawn.height, heat];
    const before = painted.current;
    if (before !== null && before.key.every((part, index) => part === key[index])) return before.bitmap;
    const bitmap = paintBitmap(scene, seen, drawn, heat, before?.bitmap?.canvas);
    painted.current = { key, bitmap };
    return bitmap;
  };

  useLayoutEffect(() => {
    const element = canvas.current;
    // A canvas may be missing (tests) or refused (privacy settings); the table remains.
    const surface = element?.getContext('2d');
    if (element === null || surface == null || frame === null || room === null || colours === null) return;
    const request = requestAnimationFrame(() => {
      const [width, height] = [room.width * room.ratio, room.height * room.ratio].map(Math.round);
      if (element.width !== width) element.width = width ?? 0;
      if (element.height !== height) element.height = height ?? 0;
      surface.clearRect(0, 0, element.width, element.height);
      if (scene === null) return;
      const { levels, clusters, orders, ownLines, momentS } = props;
      drawHeat(surface, frame, {
        scene,
        bitmap: bitmapOf(frame, colours),
        profile: profileRows(scene, frame, clusters, props.map),
        levels,
        clusters,
        orders,
        ownLines,
        price,
        momentS,
        decimals,
        palette: colours.palette,
        timeText: (atS) => formatAxisTime(atS * 1000),
      });
      if (pointed !== null)
        drawCross(
          surface,
          frame,
          { x: frame.xOf(pointed.atS), y: frame.yOf(pointed.price) },
          colours.palette,
        );
    });
    return () => cancelAnimationFrame(request);
  }, [
    frame,
    colours,
    scene,
    seen,
    price,
    props.levels,
    props.clusters,
    props.orders,
    props.ownLines,
    props.momentS,
    pointed,
  ]);

  const { take } = props;
  const onPress =
    take &&
    frame &&
    ((place: PointedPlace) =>
      take.onTake(roundPressed(place.price, frame.priceOf(0) - frame.priceOf(frame.ratio))));
  const pointer = useViewPointer(frame, props, onPoint, onPress ?? undefined);
  const keys = useViewKeys(props, view, pointed, onPoint, onPress ?? undefined);
  return (
    <div
      class="heat-chart"
      role="application"
      tabIndex={0}
      aria-label={props.label}
      aria-description={take === undefined ? say('heat.keys') : `${say('heat.keys')} ${take.about}`}
      {...keys}
    >
      <canvas ref={canvas} aria-hidden="true" {...pointer} />
    </div>
  );
}

interface Colours {
  readonly palette: Palette;
  readonly heat: ReturnType<typeof heatColours>;
}
