import { DIALOGS } from '../cover/page-cover.ts';
import { isOwnHost } from '../own-host.ts';
import type { BookColumn } from './find-book.ts';

/** A part of the window, CSS px. */
export interface Sight {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Ancestors that cut off what reaches out of them, the nearest first. */
export function clippersOf(list: Element): readonly Element[] {
  const clippers: Element[] = [];
  for (let element: Element | null = list; element !== null; element = element.parentElement)
    if (element !== document.documentElement && getComputedStyle(element).overflow !== 'visible')
      clippers.push(element);
  return clippers;
}

/** What the window and the clippers leave to be seen; may be empty. */
export function sightOf(clippers: readonly Element[]): Sight {
  let sight: Sight = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  for (const clipper of clippers) {
    const { left, top, right, bottom } = clipper.getBoundingClientRect();
    sight = {
      left: Math.max(sight.left, left),
      top: Math.max(sight.top, top),
      right: Math.min(sight.right, right),
      bottom: Math.min(sight.bottom, bottom),
    };
  }
  return sight;
}

const PARTS = [0.1, 0.5, 0.9];

/** Of three points; fewer are a menu or a tooltip of the page's. */
const LEAST_COVERED = 2;

/** Whether something of the page stands before the visible part of a column: any dialog, or what hides most of it. */
export function isColumnCovered({ list }: BookColumn, { left, top, right, bottom }: Sight): boolean {
  let covered = 0;
  for (const part of PARTS) {
    const element = document.elementFromPoint((left + right) / 2, top + part * (bottom - top));
    // What holds the list, or is held by what holds it, belongs to the book.
    if (element === null || isOwnHost(element) || list.parentElement?.contains(element) !== false) continue;
    if (element.closest(DIALOGS) !== null) return true;
    if (!element.contains(list)) covered += 1;
  }
  return covered >= LEAST_COVERED;
}
