/** Above the page's content, below its dialogs. */
const HOST_STYLE =
  'all:initial;position:fixed;inset:0;z-index:9;overflow:hidden;contain:strict;pointer-events:none';

/** A layer over the page for what is drawn on it, in a shadow root that the page cannot open; part of the page only while it is shown. */
export interface PageLayer {
  readonly root: ShadowRoot;
  /** How all of it lies on the page, as CSS names it. */
  readonly blend: (mode: string) => void;
  /** Puts the layer into the page, also where the page has deleted it. */
  readonly show: () => void;
  readonly hide: () => void;
}

export function createPageLayer(): PageLayer {
  const host = document.createElement('div');
  host.style.cssText = HOST_STYLE;
  return {
    root: host.attachShadow({ mode: 'closed' }),
    blend: (mode) => {
      if (host.style.mixBlendMode !== mode) host.style.mixBlendMode = mode;
    },
    show: () => {
      if (!host.isConnected) document.documentElement.append(host);
    },
    hide: () => host.remove(),
  };
}
