import type { ContentScriptContext } from 'wxt/utils/content-script-context';

import type { Contrast } from './chart-colors.ts';

const FORCED_COLORS = '(forced-colors: active)';
const MORE_CONTRAST = '(prefers-contrast: more)';

/** What the user has asked of colours. */
export const contrastWanted = (): Contrast =>
  matchMedia(FORCED_COLORS).matches ? 'forced' : matchMedia(MORE_CONTRAST).matches ? 'more' : 'usual';

/** Calls `onChange` when the user asks otherwise. */
export function followContrast(ctx: ContentScriptContext, onChange: () => void): void {
  for (const query of [FORCED_COLORS, MORE_CONTRAST])
    ctx.addEventListener(matchMedia(query), 'change', onChange);
}
