import type { PanelStore } from '../overlay/panel-store.ts';
import { afterFrame } from './after-frame.ts';
import { findDock } from './cover/find-dock.ts';
import { isPanelInTheWay } from './cover/page-cover.ts';
import { lookAfterInput } from './follow-input.ts';
import type { PageContext } from './page-context.ts';
import { ifTrusted } from './trusted.ts';

/** What the page opens of itself is noticed after so many ticks; what the user opens, at once. */
const LOOK_TICKS = 5;

/** A window that has not changed for so long is as large as its user wants it. */
const RESIZED_MS = 300;

/** The panel as it stands in the page. */
export interface MountedPanel {
  /** Where it stands in the window; null while it shows nothing. */
  readonly box: () => DOMRect | null;
  /** Puts it back where the page has deleted it. */
  readonly mend: () => void;
}

export interface PagePanel {
  /** Opens the panel with the first market, once `isReady` holds; most pages of a site show none, and are not charged for it. */
  readonly open: (isReady: Promise<void>) => void;
  /** Called each second while the page is visible. */
  readonly tick: () => void;
}

interface PanelSurroundings {
  readonly mount: () => Promise<MountedPanel>;
  /** Called whenever the page may have covered or uncovered something. */
  readonly onLook: () => void;
}

/** Opens the panel when it is needed and takes it out of the way of the page's own dialogs. */
export function createPagePanel(
  ctx: PageContext,
  store: PanelStore,
  { mount, onLook }: PanelSurroundings,
): PagePanel {
  let opened: Promise<void> | null = null;
  let mounted: MountedPanel | null = null;
  let ticks = 0;
  let resized = 0;
  /** Where the page's chart leaves room, unless the user has put the panel somewhere. */
  const dock = async () => {
    const found = store.getState().isPlaced ? null : await findDock(ctx);
    if (found === null || store.getState().isPlaced) return;
    store.setState(({ place }) => ({ place: { ...place, ...found } }));
  };
  const open = async (isReady: Promise<void>) => {
    await Promise.all([dock(), isReady]);
    mounted = await mount();
    ctx.addEventListener(
      window,
      'resize',
      ifTrusted(() => {
        clearTimeout(resized);
        resized = ctx.setTimeout(() => void dock(), RESIZED_MS);
      }),
    );
  };
  const look = () => {
    onLook();
    const box = mounted?.box() ?? null;
    const isInTheWay = box !== null && isPanelInTheWay(box);
    if (isInTheWay !== store.getState().isInTheWay) store.setState({ isInTheWay });
  };
  const lookSettled = () => void afterFrame(look);
  lookAfterInput(ctx, lookSettled);
  return {
    open: (isReady) => {
      // It fails where the extension goes meanwhile, and everything of ours with it.
      opened ??= open(isReady).catch(() => {});
    },
    tick: () => {
      mounted?.mend();
      ticks += 1;
      if (ticks % LOOK_TICKS === 0) lookSettled();
    },
  };
}
