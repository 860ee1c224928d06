/** A rectangle of the window, CSS px. */
export interface PlacedBox {
  /** From the window's right edge, its scroll bar included. */
  readonly right: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What styles of an element do to all that it holds, as computed. */
export interface Effects {
  readonly opacity: number;
  readonly transform: string;
  /** Clips, masks, rotations and scales: nothing of ours, or of a page that means well, has any. */
  readonly cuts: readonly string[];
  /** Filters and blends: an extension that darkens pages sets them too. */
  readonly tints: readonly string[];
}

/** The panel as the page shows it, at the moment of a press. */
export interface Look {
  /** Its host is where we put it: a child of the page's root element. */
  readonly isPut: boolean;
  /** As laid out by our own styles, times what the page's zoom makes of it. */
  readonly own: PlacedBox;
  readonly seen: PlacedBox;
  /** CSS zoom of the page; 1 for none. */
  readonly zoom: number;
  /** Of the host and of what it stands in. */
  readonly effects: readonly Effects[];
  /** A picture of the page stands before the page, as long as it fades into the next one. */
  readonly isPictured: boolean;
  /** The host is what the browser finds first at the point of the press; true for a press of a key. */
  readonly isOnTop: boolean;
}

/** Whether what lowers a warning is seen, as the browser tells it. */
export interface Sight {
  readonly isVisible: boolean;
  /** Since it last began or ended to be, milliseconds. */
  readonly forMs: number;
}

/** Why a press does not count. */
export type PressFault = 'moved' | 'changed' | 'covered' | 'new';

const SLACK_PX = 1;

/** The window's width has that of its scroll bar in it, which is nowhere told. */
const SCROLL_BAR_PX = 20;

/** A page that is enlarged or reduced as a whole does it by less. */
const LEAST_ZOOM = 0.5;
const MOST_ZOOM = 2;

const LEAST_OPACITY = 0.9;

/** Nobody sees a button and presses it in less: what came to stand under the pointer was not meant. */
export const STEADY_MS = 300;

/**
 * Why a press in the panel does not count; null where it does. What only changes the view needs the panel unmoved, whole
 * and of its own size; what lowers a warning must be seen as well, by the browser's word (`trackVisibility` of
 * IntersectionObserver). That word is not asked for the rest: a transparent container for a page's messages that spans the
 * window makes it no, and would take all buttons away.
 * @param sight of what lowers a warning; null for any other press
 */
export function pressFault(look: Look, sight: Sight | null): PressFault | null {
  if (!look.isPut || !isInPlace(look)) return 'moved';
  if (look.effects.some((effects) => isChanged(effects, sight !== null))) return 'changed';
  if (!look.isOnTop) return 'covered';
  if (sight === null) return null;
  if (look.isPictured || !sight.isVisible) return 'covered';
  return sight.forMs < STEADY_MS ? 'new' : null;
}

function isInPlace({ own, seen, zoom }: Look): boolean {
  const toTheLeft = seen.right - own.right;
  return (
    zoom >= LEAST_ZOOM &&
    zoom <= MOST_ZOOM &&
    isNear(own.width, seen.width) &&
    isNear(own.height, seen.height) &&
    isNear(own.top, seen.top) &&
    toTheLeft >= -SLACK_PX &&
    toTheLeft <= SCROLL_BAR_PX + SLACK_PX
  );
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= SLACK_PX;

const isChanged = ({ opacity, transform, cuts, tints }: Effects, isStrict: boolean): boolean =>
  opacity < LEAST_OPACITY ||
  !/^(none|matrix\(1, 0, 0, 1, [^)]*\))$/.test(transform) ||
  cuts.some(isSome) ||
  (isStrict && tints.some(isSome));

/** A browser that does not know a property says nothing of it. */
const isSome = (value: string): boolean => value !== '' && value !== 'none' && value !== 'normal';
