import type { Effects, Look } from './press-fault.ts';

const CUTS = ['clip-path', 'mask-image', '-webkit-mask-box-image-source', 'rotate', 'scale'];
const TINTS = ['filter', 'mix-blend-mode'];

const PICTURED = ':active-view-transition';

/**
 * How the page shows the panel now. Reads styles and layout, so it is for presses, not for frames.
 * @param point of the press in the window, CSS px; null for a press of a key
 */
export function lookAtPanel(
  host: Element,
  panel: HTMLElement,
  point: { readonly x: number; readonly y: number } | null,
): Look {
  const { top, right } = getComputedStyle(panel);
  const seen = panel.getBoundingClientRect();
  // Older browsers have a zoom, and do not tell it: there the sizes differ.
  const zoom = panel.currentCSSZoom ?? 1;
  return {
    isPut: host.parentNode === document.documentElement,
    own: {
      right: Number.parseFloat(right) * zoom,
      top: Number.parseFloat(top) * zoom,
      width: panel.offsetWidth * zoom,
      height: panel.offsetHeight * zoom,
    },
    seen: { right: innerWidth - seen.right, top: seen.top, width: seen.width, height: seen.height },
    zoom,
    effects: [host, document.documentElement].map(effectsOf),
    isPictured: CSS.supports(`selector(${PICTURED})`) && document.documentElement.matches(PICTURED),
    isOnTop: point === null || document.elementFromPoint(point.x, point.y) === host,
  };
}

function effectsOf(element: Element): Effects {
  const style = getComputedStyle(element);
  const read = (names: readonly string[]) => names.map((name) => style.getPropertyValue(name));
  return { opacity: Number(style.opacity), transform: style.transform, cuts: read(CUTS), tints: read(TINTS) };
}
