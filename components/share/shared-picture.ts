import type { Palette } from '../ui/palette.ts';
import type { CanvasRoom } from '../ui/use-canvas-room.ts';

/** A picture of the market to be passed on; nothing of the user's own is in it. */
export interface SharedPicture {
  /** Coin and price. */
  readonly title: string;
  /** The time, and that it is an estimate of what. */
  readonly about: string;
  /** What the map has been worth; empty where nothing is known of it. */
  readonly record: string;
  readonly palette: Palette;
  /** Draws the map into the room, from the surface's origin on. */
  readonly draw: (surface: CanvasRenderingContext2D, room: CanvasRoom) => void;
}

/** CSS px, of which each is two pixels of the picture. */
const WIDTH = 600;
const HEIGHT = 338;
const RATIO = 2;
const HEAD = 44;
const FOOT = 22;
const MARGIN = 12;

/** Draws all of a picture on a canvas of its own size. */
export function drawShared(canvas: HTMLCanvasElement, picture: SharedPicture): void {
  canvas.width = WIDTH * RATIO;
  canvas.height = HEIGHT * RATIO;
  const surface = canvas.getContext('2d');
  if (surface === null) return;
  const { palette } = picture;
  surface.fillStyle = palette.surface;
  surface.fillRect(0, 0, canvas.width, canvas.height);
  surface.save();
  surface.translate(MARGIN * RATIO, HEAD * RATIO);
  picture.draw(surface, { width: WIDTH - 2 * MARGIN, height: HEIGHT - HEAD - FOOT, ratio: RATIO });
  surface.restore();

  const write = (text: string, { x, y, size }: Place, colour: string) => {
    surface.font = `${size * RATIO}px system-ui, sans-serif`;
    surface.fillStyle = colour;
    surface.fillText(text, x * RATIO, y * RATIO);
  };
  surface.textBaseline = 'alphabetic';
  surface.textAlign = 'left';
  write(picture.title, { x: MARGIN, y: 20, size: 15 }, palette.text);
  write(picture.about, { x: MARGIN, y: 36, size: 11 }, palette.muted);
  write(picture.record, { x: MARGIN, y: HEIGHT - 7, size: 11 }, palette.muted);
  surface.textAlign = 'right';
  write('Plimsoll', { x: WIDTH - MARGIN, y: 20, size: 11 }, palette.muted);
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}
