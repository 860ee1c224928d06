import type { PanelPlace } from '../../core/watch/stored.ts';

export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

const LEAST = { width: 260, height: 220 } as const;
const VISIBLE_PX = 28;

/** The nearest place at which the strip can be grasped and the panel is not larger than the window. */
export function fitPlace(place: PanelPlace, window: WindowSize): PanelPlace {
  const width = clamp(place.width, LEAST.width, Math.max(LEAST.width, window.width - 16));
  const height = clamp(place.height, LEAST.height, Math.max(LEAST.height, window.height - 16));
  const shownWidth = place.form === 'dot' ? VISIBLE_PX : width;
  return {
    ...place,
    width,
    height,
    right: clamp(place.right, 0, Math.max(0, window.width - shownWidth)),
    top: clamp(place.top, 0, Math.max(0, window.height - VISIBLE_PX)),
  };
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
