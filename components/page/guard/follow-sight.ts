import type { Sight } from './press-fault.ts';

/** The browser looks at what is watched no more often than it must. */
const LOOK_MS = 100;

/** Whether elements are seen by the user, as the browser tells it of itself. */
export interface FollowedSight {
  readonly watch: (element: Element) => () => void;
  /** Null for an element that is not watched. @param nowMs of the document's time line, as an event's */
  readonly of: (element: EventTarget, nowMs: number) => Sight | null;
}

interface Seen {
  readonly isVisible: boolean;
  readonly sinceMs: number;
}

/** Absent where a browser does not know what covers an element. */
type Entry = IntersectionObserverEntry & { readonly isVisible?: boolean };

/**
 * The second version of IntersectionObserver tells whether anything covers, fades or distorts an element, also what no click
 * hits; where a browser has the first one alone, an element within the window is taken as seen.
 */
export function followSight(): FollowedSight {
  const seen = new Map<EventTarget, Seen>();
  const hear = (entries: readonly Entry[]) => {
    for (const { target, time, isIntersecting, isVisible = isIntersecting } of entries) {
      if (seen.has(target) && seen.get(target)?.isVisible !== isVisible)
        seen.set(target, { isVisible, sinceMs: time });
    }
  };
  const options: IntersectionObserverInit & { readonly trackVisibility: boolean; readonly delay: number } = {
    trackVisibility: true,
    delay: LOOK_MS,
  };
  const observer = new IntersectionObserver(hear, options);
  return {
    watch: (element) => {
      seen.set(element, { isVisible: false, sinceMs: 0 });
      observer.observe(element);
      return () => {
        observer.unobserve(element);
        seen.delete(element);
      };
    },
    of: (element, nowMs) => {
      // What has happened since is not told yet, but known.
      hear(observer.takeRecords());
      const told = seen.get(element);
      return told === undefined ? null : { isVisible: told.isVisible, forMs: nowMs - told.sinceMs };
    },
  };
}
