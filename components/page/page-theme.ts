import { onceIn } from './once-in.ts';
import type { PageContext } from './page-context.ts';

export type Theme = 'dark' | 'light';

/** Lightness of the colour under the page's content, from the first of body and root that paints one. */
export function pageTheme(): Theme {
  for (const element of [document.body, document.documentElement]) {
    const [red, green, blue, alpha = 1] =
      getComputedStyle(element)
        .backgroundColor.match(/[\d.]+/g)
        ?.map(Number) ?? [];
    if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) continue;
    return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? 'dark' : 'light';
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
  return scheme.includes('dark') && (prefersDark || !scheme.includes('light')) ? 'dark' : 'light';
}

/** Attributes may change as often as a script likes. */
const CHANGED_MS = 250;

/**
 * Calls `onChange` when the page may have changed its colours: sites switch by an attribute of the root element.
 * The style is read when the browser is idle, so that no layout is forced while the page works.
 */
export function followTheme(ctx: PageContext, onChange: (theme: Theme) => void): void {
  const read = onceIn(CHANGED_MS, () => {
    if (document.visibilityState === 'visible') ctx.requestIdleCallback(() => onChange(pageTheme()));
  });
  const observer = new MutationObserver(read);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['class', 'style', 'theme', 'data-theme', 'data-color-mode'],
  });
  ctx.onInvalidated(() => observer.disconnect());
  ctx.addEventListener(document, 'visibilitychange', read);
  ctx.addEventListener(matchMedia('(prefers-color-scheme: dark)'), 'change', read);
}
