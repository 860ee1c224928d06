import type { PageMarket } from '../../core/market/page-market.ts';
import { parsePage } from '../../core/sites/registry.ts';
import { onceIn } from './once-in.ts';
import type { PageContext } from './page-context.ts';
import { ifTrusted } from './trusted.ts';

/** A page may write a price into its title at every trade. */
const TITLE_MS = 100;

/**
 * Calls `onMarket` with the page's market now and whenever it changes: by navigation inside the page, by the hash or by
 * the title alone.
 * @returns looks again; for a navigation that was announced and then cancelled
 */
export function followPage(ctx: PageContext, onMarket: (market: PageMarket | null) => void): () => void {
  let last: string | null = null;
  let readUrl = new URL(location.href);
  let readTitle: string | null = null;
  const read = ({ href }: { readonly href: string }) => {
    const { title } = document;
    if (href === readUrl.href && title === readTitle) return;
    if (href !== readUrl.href) readUrl = new URL(href);
    readTitle = title;
    const market = parsePage(readUrl, title);
    const key = JSON.stringify(market);
    if (key === last) return;
    last = key;
    onMarket(market);
  };
  let isOver = false;
  const readHere = () => {
    // The title may have changed before the end and be looked at after it.
    if (!isOver) read(location);
  };
  // The event comes before the address changes.
  ctx.addEventListener(window, 'wxt:locationchange', ({ newUrl }) =>
    // A script of the page can send one without.
    read(newUrl ?? location),
  );
  ctx.addEventListener(window, 'hashchange', ifTrusted(readHere));
  const title = document.querySelector('title');
  if (title !== null) {
    const observer = new MutationObserver(onceIn(TITLE_MS, readHere));
    observer.observe(title, { childList: true, characterData: true, subtree: true });
    ctx.onInvalidated(() => {
      isOver = true;
      observer.disconnect();
    });
  }
  readHere();
  return readHere;
}
