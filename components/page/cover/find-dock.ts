import { dockPlace, type ChartBox, type Dock } from '../../overlay/place.ts';
import type { PageContext } from '../page-context.ts';

const LOOKS = 6;
const LOOK_MS = 500;

/** Smaller canvases are order books, icons and sparklines. */
const LEAST_CHART = { width: 400, height: 240 } as const;

/** Waits a few seconds for the page's chart and finds the panel's place in it; null where there is none. */
export async function findDock(ctx: PageContext): Promise<Dock | null> {
  for (let look = 0; look < LOOKS && !ctx.isInvalid; look += 1) {
    if (look > 0) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    // When the browser is idle, so that measuring forces no layout while the page works.
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: LOOK_MS }));
    const place = dockPlace(chartBoxes(), {
      width: document.documentElement.clientWidth,
      height: window.innerHeight,
    });
    if (place !== null) return place;
  }
  return null;
}

const chartBoxes = (): readonly ChartBox[] =>
  [...document.querySelectorAll('canvas, iframe')].flatMap((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    if (width < LEAST_CHART.width || height < LEAST_CHART.height) return [];
    return [{ left, top, width, height, isFrame: element instanceof HTMLIFrameElement }];
  });
