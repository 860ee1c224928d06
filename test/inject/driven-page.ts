import type { Keyboard, Mouse, Page } from '@playwright/test';

/** What moves a page and looks at it, whichever browser shows it. */
export type DrivenPage = Pick<Page, 'evaluate' | 'screenshot'> & {
  readonly keyboard: Pick<Keyboard, 'press'>;
  readonly mouse: Pick<Mouse, 'move' | 'down' | 'up' | 'wheel'>;
};
