import type { Market } from '../market/market.ts';
import type { PageSite } from './page-data.ts';
import { coinsOn, type Site } from './sites.ts';

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 0};`);

interface ShownPage {
  readonly locale: string;
  readonly symbol: string;
  readonly theme: 'dark' | 'light';
  readonly periodMs: number;
}

/** The document of a trading page. Its scripts and styles come from the same host; nothing is inline. */
export function renderPage(market: Market, site: Site, shown: ShownPage): string {
  const coin = coinsOn(market, site).find((candidate) => site.symbolOf(candidate) === shown.symbol);
  const pageSite: PageSite = {
    name: site.name,
    venue: site.venue,
    switches: site.switches,
    symbol: shown.symbol,
    periodMs: shown.periodMs,
    titleFormat: site.titleFormat,
    chart: site.venue === 'binance' ? 'library' : 'own',
    markets: coinsOn(market, site).map((candidate) => ({
      symbol: site.symbolOf(candidate),
      label: site.labelOf(candidate),
      path: site.pathOf(site.symbolOf(candidate), shown.locale),
    })),
  };
  const title = site.titleFormat.replace('{price}', '--').replace('{symbol}', shown.symbol);
  return `<!doctype html>
<html lang="${shown.locale.slice(1) || 'en'}" data-venue="${site.venue}" data-theme="${shown.theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="${shown.theme}">
<title>${escape(title)}</title>
<link rel="icon" href="/exchange-assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/exchange-assets/page.css">
<script type="module" src="/exchange-assets/main.ts"></script>
</head>
<body data-site="${escape(JSON.stringify(pageSite))}">
<header class="top">
  <a class="brand" href="/">${escape(site.name)}</a>
  <nav aria-label="Site"><a href="#">Buy Crypto</a><a href="#">Markets</a><a href="#">Trade</a><a class="here" href="#">Futures</a><a href="#">Earn</a></nav>
  <div class="account"><button type="button" id="theme">Theme</button><button type="button">Log In</button><button type="button" class="accent">Sign Up</button></div>
</header>
<section class="ticker">
  <div class="market"><h1 id="symbol">${escape(coin === undefined ? shown.symbol : site.labelOf(coin))}</h1></div>
  <strong id="last">--</strong>
  <dl id="facts"></dl>
</section>
<nav class="markets" id="markets" aria-label="Markets"></nav>
<main>
  <section class="chart-area">
    <div class="chart-tools" id="intervals"></div>
    <div class="chart-host" id="chart"></div>
  </section>
  <section class="book" aria-label="Order book">
    <h2>Order Book <select id="group" aria-label="Group prices"></select></h2>
    <div class="book-head"><span>Price(USDT)</span><span>Size</span><span>Sum</span></div>
    <div class="book-host" id="book"></div>
  </section>
  <form class="order" id="order" aria-label="Order">
    <div class="modes"><button type="button">Isolated</button><button type="button">20x</button><button type="button">S</button></div>
    <div class="tabs"><button type="button" class="here">Limit</button><button type="button">Market</button><button type="button">Stop Limit</button></div>
    <p class="available">Avbl <b>0.00 USDT</b></p>
    <label><span>Price</span><input id="order-price" inputmode="decimal" autocomplete="off"><i>USDT</i></label>
    <label><span>Size</span><input id="order-size" inputmode="decimal" autocomplete="off"><i id="order-unit">BTC</i></label>
    <label class="slide"><span class="hidden">Share of balance</span><input id="order-share" type="range" min="0" max="100" value="0"></label>
    <label class="check"><input type="checkbox"> TP/SL</label>
    <label class="check"><input type="checkbox"> Reduce-Only</label>
    <div class="sides"><button type="submit" class="buy">Buy/Long</button><button type="submit" class="sell">Sell/Short</button></div>
    <dl class="costs"><div><dt>Liq Price</dt><dd>-- USDT</dd></div><div><dt>Cost</dt><dd>0.00 USDT</dd></div><div><dt>Max</dt><dd>0.000</dd></div></dl>
    <p class="keys">Hot keys: B buy, S sell, 1 to 4 size, Esc clear. Last: <output id="hotkey">none</output></p>
  </form>
  <section class="positions">
    <div class="tabs"><button type="button" class="here">Positions(0)</button><button type="button">Open Orders(0)</button><button type="button">Order History</button><button type="button">Trade History</button><button type="button">Assets</button></div>
    <div id="held"><div class="columns"><span>Symbol</span><span>Size</span><span>Entry Price</span><span>Mark Price</span><span>Liq.Price</span><span>Margin Ratio</span><span>PNL(ROI %)</span></div>
    <p class="empty">You have no position.</p></div>
  </section>
</main>
</body>
</html>
`;
}
