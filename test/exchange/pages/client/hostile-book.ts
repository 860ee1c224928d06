/** Ways in which a page may lie about its order book, or make reading it dear; a flood says nothing wrong, without a pause, and a busy book does so as often as a real one. */
export type Forgery = 'shuffled' | 'huge' | 'thousands' | 'flood' | 'busy';

/** The fastest stream of an order book's levels at the venues. */
const BUSY_MS = 100;

declare global {
  interface Window {
    /** Spoils the page's order book for good, for tests. */
    forgeBook?: (forgery: Forgery) => void;
  }
}

/** Lets a test spoil the order book; thousands of rows are for Binance's nesting. */
export function offerForgeries(host: HTMLElement): { readonly isForged: () => boolean } {
  let isForged = false;
  const cells = () => [...host.querySelectorAll<HTMLElement>('.row > :first-child')];
  const write = (textOf: (index: number) => string) =>
    cells().forEach((cell, index) => {
      cell.textContent = textOf(index);
    });
  const rewrite = () => {
    for (const cell of cells()) cell.firstChild?.replaceWith(cell.textContent);
  };
  const forgeries: Readonly<Record<Forgery, () => unknown>> = {
    shuffled: () => write((index) => String(90_000 + ((index * 37) % 64) * 100)),
    huge: () => write(() => '9'.repeat(100_000)),
    thousands: () => {
      for (const holder of host.querySelectorAll('.row-holder')) {
        const copies = Array.from({ length: 3_000 }, () => holder.firstElementChild?.cloneNode(true) ?? '');
        holder.append(...copies);
      }
    },
    flood: () => setInterval(rewrite),
    busy: () => setInterval(rewrite, BUSY_MS),
  };
  window.forgeBook = (forgery) => {
    isForged = true;
    forgeries[forgery]();
  };
  return { isForged: () => isForged };
}
