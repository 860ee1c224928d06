/** The life of our script in a page; the browser's own context of it is one. What is begun through it ends with it. */
export interface PageContext {
  /** Whether it is over; asking finds out that the extension was updated, reloaded or removed under the page. */
  readonly isInvalid: boolean;
  /** Calls `end` once it is over. */
  readonly onInvalidated: (end: () => void) => void;
  /** `wxt:locationchange` at the window tells of a navigation, and its `newUrl`, before the address changes. */
  readonly addEventListener: (
    target: EventTarget,
    type: string,
    handler: (event: Event & { readonly newUrl?: URL }) => void,
    options?: AddEventListenerOptions,
  ) => void;
  /** Milliseconds, as the window's own. */
  readonly setTimeout: (act: () => void, afterMs: number) => number;
  readonly setInterval: (act: () => void, everyMs: number) => number;
  readonly requestIdleCallback: (act: () => void) => number;
}
