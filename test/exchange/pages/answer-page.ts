import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';

import type { Market } from '../market/market.ts';
import { collectPageData } from './collect-page-data.ts';
import { renderPage } from './render-page.ts';
import { SITES } from './sites.ts';

/** The strictest policy that a trading page could have: nothing inline, nothing foreign, no markup from text. */
export const PAGE_POLICY = "default-src 'self'; require-trusted-types-for 'script'; style-src 'self'";

const INTERVALS: Readonly<Record<string, number>> = {
  '5m': 300,
  '15m': 900,
  '1h': 3600,
  '4h': 14_400,
  '1d': 86_400,
};

/** Serves a trading page, its files or its data; returns the status. */
export function answerPage(market: Market, url: URL, response: ServerResponse): number {
  const site = SITES.find((candidate) => candidate.host === url.hostname);
  const send = (status: number, type: string, body: string): number => {
    response.writeHead(status, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': PAGE_POLICY,
      'cache-control': 'no-store',
    });
    response.end(body);
    return status;
  };
  if (site === undefined) return send(404, 'text/plain', `no such host: ${url.hostname}`);
  if (url.pathname.startsWith('/exchange-assets/')) return sendAsset(url.pathname.slice(17), send);
  if (url.pathname === '/exchange-data') {
    const intervalS = INTERVALS[url.searchParams.get('interval') ?? '15m'] ?? 900;
    const data = collectPageData(market, site, url.searchParams.get('symbol') ?? '', intervalS);
    return data === null
      ? send(404, 'application/json', '{}')
      : send(200, 'application/json', JSON.stringify(data));
  }
  const shown = site.parse(url.pathname);
  const isListed =
    shown !== null && market.scenario.coins.some((coin) => site.symbolOf(coin) === shown.symbol);
  const fallback = { locale: '', symbol: site.symbolOf(market.scenario.coins[0]!) };
  const theme = url.searchParams.get('theme') === 'light' ? 'light' : 'dark';
  return send(
    isListed || shown === null ? 200 : 404,
    'text/html',
    renderPage(market, site, shown ?? fallback, theme),
  );
}

const assets = new Map<string, string>();

function sendAsset(name: string, send: (status: number, type: string, body: string) => number): number {
  const type = /^[a-z-]+\.ts$/.test(name)
    ? 'text/javascript'
    : name === 'page.css'
      ? 'text/css'
      : name === 'icon.svg'
        ? 'image/svg+xml'
        : null;
  if (type === null) return send(404, 'text/plain', 'not found');
  const cached = assets.get(name) ?? readAsset(name);
  assets.set(name, cached);
  return send(200, type, cached);
}

function readAsset(name: string): string {
  const text = readFileSync(join(import.meta.dirname, 'client', name), 'utf8');
  return name.endsWith('.ts') ? stripTypeScriptTypes(text) : text;
}
