import { createOwnHost } from './own-host.ts';

/** Above the page's content, below its dialogs; what the page's styles say of it counts for nothing. */
const styleOf = (blend: string): string =>
  `:host{${[
    'all:initial',
    'position:fixed',
    'inset:0',
    'z-index:9',
    'overflow:hidden',
    'contain:strict',
    'pointer-events:none',
    `mix-blend-mode:${blend}`,
  ].join('!important;')}!important}`;

/** A layer over the page for what is drawn on it, in a shadow root that the page cannot open; part of the page only while it is shown. */
export interface PageLayer {
  readonly root: HTMLElement;
  /** How all of it lies on the page, as CSS names it. */
  readonly blend: (mode: string) => void;
  /** Puts the layer into the page, also where the page has deleted it. */
  readonly show: () => void;
  readonly hide: () => void;
}

export function createPageLayer(): PageLayer {
  const { root: shadow, put, remove } = createOwnHost('layer');
  const style = document.createElement('style');
  const root = document.createElement('div');
  const blend = (mode: string) => {
    const text = styleOf(mode);
    if (style.textContent !== text) style.textContent = text;
  };
  blend('normal');
  shadow.append(style, root);
  return { root, blend, show: put, hide: remove };
}
