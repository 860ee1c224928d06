import { createOwnHost } from './own-host.ts';

/** Above the page's content, below its dialogs, and what is written above what only colours. */
const DEPTHS = { colour: 8, writing: 9 } as const;

/** What the page's styles say of it counts for nothing. */
const styleOf = (depth: number, blend: string): string =>
  `:host{${[
    'all:initial',
    'position:fixed',
    'inset:0',
    `z-index:${depth}`,
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

export function createPageLayer(kind: keyof typeof DEPTHS): PageLayer {
  const { root: shadow, put, remove } = createOwnHost('layer');
  const style = document.createElement('style');
  const root = document.createElement('div');
  const blend = (mode: string) => {
    const text = styleOf(DEPTHS[kind], mode);
    if (style.textContent !== text) style.textContent = text;
  };
  blend('normal');
  shadow.append(style, root);
  return { root, blend, show: put, hide: remove };
}
