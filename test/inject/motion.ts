import type { Picture } from '../support/png.ts';
import { drag, frames, type Pane } from './chart.ts';
import type { DrivenPage } from './driven-page.ts';
import { heatIn, misplaced, type Misplaced } from './heat.ts';
import { linesIn } from './lines.ts';

const TURNS = 8;

/** Every frame that a browser shows while `move` goes on. */
export type Film = (move: () => Promise<void>) => Promise<readonly Picture[]>;

/** What a trader does with a chart, one after the other. */
export function movesOf(page: DrivenPage, pane: Pane): Readonly<Record<string, () => Promise<void>>> {
  const middle = pane.y + pane.height / 2;
  const axis = pane.x + pane.width + 30;
  return {
    'axis drag': () => drag(page, [axis, middle], [axis, middle - 40]),
    'axis drag back': () => drag(page, [axis, middle - 40], [axis, middle]),
    'vertical pan': () => drag(page, [pane.x + 300, middle], [pane.x + 250, middle - 50]),
    wheel: async () => {
      await page.mouse.move(pane.x + 300, middle);
      for (let turn = 0; turn < TURNS; turn += 1) await page.mouse.wheel(0, turn < TURNS / 2 ? -60 : 60);
    },
    'into the past with a fling': async () => {
      await drag(page, [pane.x + 250, middle], [pane.x + 400, middle], 8);
      await frames(page, 30);
    },
  };
}

/** Looks at the frames of moves, one after the other. */
interface Watch<Off> {
  readonly see: (picture: Picture, move: string) => void;
  /** Of each move, over all its frames. */
  readonly worst: Readonly<Record<string, Off>>;
  /** Frames that showed what is compared. */
  readonly seen: () => number;
}

/** @param offIn null where a picture shows nothing to compare */
function watch<Off>(offIn: (picture: Picture) => Off | null, worse: (a: Off, b: Off) => Off): Watch<Off> {
  const worst: Record<string, Off> = {};
  let seen = 0;
  return {
    worst,
    seen: () => seen,
    see: (picture, move) => {
      const off = offIn(picture);
      if (off === null) return;
      seen += 1;
      const before = worst[move];
      worst[move] = before === undefined ? off : worse(before, off);
    },
  };
}

/** How far the heat map is off. */
export const watchHeat = (pane: Pane, ratio: number): Watch<Misplaced> =>
  watch(
    (picture) => {
      const edges = heatIn(picture, pane, ratio);
      return edges && misplaced(edges);
    },
    (a, b) => ({
      // A zoom changes how wide a bar is, and what half of one is.
      ...(a.time - a.halfBar > b.time - b.halfBar ? a : b),
      price: Math.max(a.price, b.price),
    }),
  );

/** Device px between the chart's line and ours of a side; infinite where one of them is missing. */
export const watchLine = (pane: Pane, ratio: number, side: 'long' | 'short'): Watch<number> =>
  watch((picture) => {
    const { ours, magenta } = linesIn(picture, pane, ratio, side);
    if (ours === null && magenta === null) return null;
    return ours === null || magenta === null ? Infinity : Math.abs(ours - magenta);
  }, Math.max);

/** Has each watch see every frame of every move. */
export async function showMoves(
  moves: ReturnType<typeof movesOf>,
  film: Film,
  ...watches: readonly Pick<Watch<unknown>, 'see'>[]
): Promise<void> {
  for (const [name, move] of Object.entries(moves))
    for (const picture of await film(move)) for (const { see } of watches) see(picture, name);
}
