import type { Keyboard, Mouse, Page } from '@playwright/test';

/** What moves a page and looks at it, whichever browser shows it. */
export type DrivenPage = Pick<Page, 'evaluate' | 'screenshot'> & {
  /** Of Chromium alone. */
  readonly context?: Page['context'];
  readonly keyboard: Pick<Keyboard, 'press'>;
  readonly mouse: Pick<Mouse, 'move' | 'down' | 'up' | 'wheel'>;
};
