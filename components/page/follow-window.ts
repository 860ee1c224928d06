import type { PanelStore } from '../overlay/panel-store.ts';
import { fitPlace, type WindowSize } from '../overlay/place.ts';
import type { PageContext } from './page-context.ts';
import { ifTrusted } from './trusted.ts';

/** Size of the page in view, without its scroll bar, CSS pixels. */
export const windowSize = (): WindowSize => ({
  width: document.documentElement.clientWidth,
  height: window.innerHeight,
});

/** Keeps the store told whether the browser is online, and the panel inside the window. */
export function followWindow(ctx: PageContext, store: PanelStore): void {
  const on = (type: 'online' | 'offline' | 'resize', act: () => void) =>
    ctx.addEventListener(window, type, ifTrusted(act));
  on('online', () => store.setState({ online: true }));
  on('offline', () => store.setState({ online: false }));
  on('resize', () => store.setState(({ place }) => ({ place: fitPlace(place, windowSize()) })));
}
