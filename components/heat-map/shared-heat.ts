import type { MapChoices } from '../../core/ledger/settings/map-choices.ts';
import type { SharedPicture } from '../share/shared-picture.ts';
import { formatAxisTime, formatPrice } from '../ui/format.ts';
import type { Palette } from '../ui/palette.ts';
import { drawHeat } from './draw-heat.ts';
import type { HeatPicture } from './heat-picture.ts';
import { heatColours, rgbBy } from './heat-colours.ts';
import { frameHeat, localOffsetS } from './heat-frame.ts';
import type { SceneInView } from './heat-scene.ts';
import type { HeatView } from './heat-view.ts';
import { paintBitmap } from './paint-bitmap.ts';
import { profileRows } from './profile-rows.ts';

interface SharedHeat extends Omit<HeatPicture, 'bitmap' | 'profile' | 'palette' | 'ownLines' | 'timeText'> {
  readonly seen: SceneInView;
  readonly view: HeatView;
  readonly map: MapChoices['map'];
  readonly scale: MapChoices['scale'];
  readonly theme: 'dark' | 'light';
}

/** The heat map as it is looked at, drawn anew at the size of the picture, without the user's own prices. */
export const drawSharedHeat =
  ({ seen, view, map, scale, theme, ...shown }: SharedHeat, palette: Palette): SharedPicture['draw'] =>
  (surface, room) => {
    const digits = formatPrice(view.high, shown.decimals).length;
    const frame = frameHeat(room, view, digits, localOffsetS(view.untilS));
    drawHeat(surface, frame, {
      ...shown,
      palette,
      ownLines: [],
      bitmap: paintBitmap(shown.scene, seen, frame, heatColours(palette, theme, scale, rgbBy(surface))),
      profile: profileRows(shown.scene, frame, shown.clusters, map),
      timeText: (atS) => formatAxisTime(atS * 1000),
    });
  };
