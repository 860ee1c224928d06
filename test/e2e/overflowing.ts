import type { Page } from '@playwright/test';

/** Elements whose text or box reaches out of the page or out of its own box. */
export const overflowing = (view: Page) =>
  view.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const found: string[] = [];
    if (document.documentElement.scrollWidth > width)
      found.push(`page ${document.documentElement.scrollWidth} of ${width}`);
    for (const element of document.querySelectorAll<HTMLElement>('main *')) {
      if (element.closest('svg, .visually-hidden, select')) continue;
      const { left, right } = element.getBoundingClientRect();
      if (right > width + 1 || left < -1)
        found.push(`${element.tagName}.${element.className} ${left}–${right}`);
    }
    return found;
  });
