/** Ways in which a page may lie about its order book, or make reading it dear; a flood says nothing wrong, without a pause, and a busy book does so as often as a real one. An honest one shows its own again. */
export type Forgery = 'honest' | 'shuffled' | 'huge' | 'thousands' | 'flood' | 'busy';

/** The fastest stream of an order book's levels at the venues. */
const BUSY_MS = 100;

declare global {
  interface Window {
    /** Spoils the page's order book until the next of these, for tests. */
    forgeBook?: (forgery: Forgery) => void;
  }
}

/** Lets a test spoil the order book; thousands of rows are for Binance's nesting. `refill` writes what an honest one shows. */
export function offerForgeries(host: HTMLElement, refill: () => void): { readonly isForged: () => boolean } {
  let isForged = false;
  /** Ends what goes on, and takes away what is not written anew. */
  let undo = () => {};
  const cells = () => [...host.querySelectorAll<HTMLElement>('.row > :first-child')];
  const write = (textOf: (index: number) => string) =>
    cells().forEach((cell, index) => {
      cell.textContent = textOf(index);
    });
  const rewrite = () => {
    for (const cell of cells()) cell.firstChild?.replaceWith(cell.textContent);
  };
  const rewriteEach = (periodMs: number) => {
    const timer = setInterval(rewrite, periodMs);
    undo = () => clearInterval(timer);
  };
  const forgeries: Readonly<Record<Forgery, () => unknown>> = {
    honest: refill,
    shuffled: () => write((index) => String(90_000 + ((index * 37) % 64) * 100)),
    huge: () => write(() => '9'.repeat(100_000)),
    thousands: () => {
      const added = [...host.querySelectorAll('.row-holder')].flatMap((holder) => {
        const copies = Array.from(
          { length: 3_000 },
          () => holder.firstElementChild!.cloneNode(true) as Element,
        );
        holder.append(...copies);
        return copies;
      });
      undo = () => {
        for (const one of added) one.remove();
      };
    },
    flood: () => rewriteEach(0),
    busy: () => rewriteEach(BUSY_MS),
  };
  window.forgeBook = (forgery) => {
    undo();
    undo = () => {};
    isForged = forgery !== 'honest';
    forgeries[forgery]();
  };
  return { isForged: () => isForged };
}
