import type { PageContext } from '../page-context.ts';
import type { Contrast } from './chart-colors.ts';

const FORCED_COLORS = '(forced-colors: active)';
const MORE_CONTRAST = '(prefers-contrast: more)';

/** What the user has asked of colours. */
export const contrastWanted = (): Contrast =>
  matchMedia(FORCED_COLORS).matches ? 'forced' : matchMedia(MORE_CONTRAST).matches ? 'more' : 'usual';

/** Calls `onChange` when the user asks otherwise. */
export function followContrast(ctx: PageContext, onChange: () => void): void {
  for (const query of [FORCED_COLORS, MORE_CONTRAST])
    ctx.addEventListener(matchMedia(query), 'change', onChange);
}
