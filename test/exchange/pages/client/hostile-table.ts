/** Ways in which a page may lie in its own table of positions, or make reading it dear; an honest one shows its own again. */
export type TableForgery =
  | 'honest'
  | 'huge'
  | 'thousands'
  | 'changing'
  | 'nan'
  | 'script'
  | 'hidden'
  | 'twice'
  | 'exchanged'
  | 'lookalike';

declare global {
  interface Window {
    /** Spoils the page's table of positions until the next of these, for tests. */
    forgeTable?: (forgery: TableForgery) => void;
  }
}

/** Lets a test spoil the table; `refill` writes what an honest one shows. */
export function offerTableForgeries(
  host: HTMLElement,
  row: HTMLElement,
  head: HTMLElement,
  refill: () => void,
): { readonly isForged: () => boolean } {
  let isForged = false;
  /** Takes away what is not written anew. */
  let undo = () => {};
  const under = (header: RegExp): Element =>
    row.children[[...head.children].findIndex(({ textContent }) => header.test(textContent ?? ''))]!;
  const entry = () => under(/entry price/i);
  const copies = (count: number) => Array.from({ length: count }, () => row.cloneNode(true) as HTMLElement);
  const addAfter = (place: HTMLElement, added: readonly HTMLElement[]) => {
    place.after(...added);
    undo = () => {
      for (const one of added) one.remove();
    };
  };
  const forgeries: Readonly<Record<TableForgery, () => unknown>> = {
    honest: refill,
    huge: () => (entry().textContent = '9'.repeat(1_000_000)),
    thousands: () => addAfter(row, copies(5_000)),
    changing: () => {
      let count = 0;
      let frame = 0;
      const change = () => {
        entry().textContent = String(80_000.5 + (count += 1));
        frame = requestAnimationFrame(change);
      };
      change();
      undo = () => cancelAnimationFrame(frame);
    },
    nan: () => (entry().textContent = 'NaN'),
    script: () => (entry().textContent = '<script>alert(1)</script>'),
    hidden: () => {
      const hidden = copies(4);
      const styles = ['display:none', 'visibility:hidden', 'opacity:0', 'height:0;padding:0;overflow:hidden'];
      hidden.forEach((one, index) => (one.style.cssText = styles[index]!));
      addAfter(row, hidden);
    },
    twice: () => addAfter(host, [host.cloneNode(true) as HTMLElement]),
    exchanged: () => {
      const cells = [...head.children];
      const [one, other] = [/entry price/i, /^mark price/i].map((header) =>
        cells.find(({ textContent }) => header.test(textContent ?? ''))!,
      );
      [one!.textContent, other!.textContent] = [other!.textContent, one!.textContent];
    },
    lookalike: () => {
      const symbol = row.children[0]!.firstElementChild!;
      symbol.textContent = (symbol.textContent ?? '').replace('BTC', 'ВТС');
    },
  };
  window.forgeTable = (forgery) => {
    undo();
    undo = () => {};
    isForged = forgery !== 'honest';
    forgeries[forgery]();
  };
  return { isForged: () => isForged };
}
