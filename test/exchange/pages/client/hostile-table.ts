/** Ways in which a page may lie in its own table of positions, or make reading it dear. */
export type TableForgery =
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
    /** Spoils the page's table of positions for good, for tests. */
    forgeTable?: (forgery: TableForgery) => void;
  }
}

/** Lets a test spoil the table. */
export function offerTableForgeries(
  host: HTMLElement,
  row: HTMLElement,
  head: HTMLElement,
): { readonly isForged: () => boolean } {
  let isForged = false;
  const under = (header: RegExp): Element =>
    row.children[[...head.children].findIndex(({ textContent }) => header.test(textContent ?? ''))]!;
  const entry = () => under(/entry price/i);
  const copies = (count: number) => Array.from({ length: count }, () => row.cloneNode(true) as HTMLElement);
  const forgeries: Readonly<Record<TableForgery, () => unknown>> = {
    huge: () => (entry().textContent = '9'.repeat(1_000_000)),
    thousands: () => row.after(...copies(5_000)),
    changing: () => {
      let count = 0;
      const change = () => {
        entry().textContent = String(80_000.5 + (count += 1));
        requestAnimationFrame(change);
      };
      change();
    },
    nan: () => (entry().textContent = 'NaN'),
    script: () => (entry().textContent = '<script>alert(1)</script>'),
    hidden: () => {
      const hidden = copies(4);
      const styles = ['display:none', 'visibility:hidden', 'opacity:0', 'height:0;padding:0;overflow:hidden'];
      hidden.forEach((one, index) => (one.style.cssText = styles[index]!));
      row.after(...hidden);
    },
    twice: () => host.after(host.cloneNode(true)),
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
    isForged = true;
    forgeries[forgery]();
  };
  return { isForged: () => isForged };
}
