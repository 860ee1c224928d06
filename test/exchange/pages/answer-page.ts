import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Exchange } from '../server/exchange.ts';
import { collectPageData } from './collect-page-data.ts';
import { renderPage } from './render-page.ts';
import { coinsOn, SITES } from './sites.ts';

/** The strictest policy that a trading page could have: nothing inline, nothing foreign, no markup from text, frames of its own making. */
const PAGE_POLICY =
  "default-src 'self'; require-trusted-types-for 'script'; style-src 'self'; frame-src 'self' blob: https://www.okx.com";

const INTERVALS: Readonly<Record<string, number>> = {
  '5m': 300,
  '15m': 900,
  '1h': 3600,
  '4h': 14_400,
  '1d': 86_400,
};

/** Serves a trading page, its files or its data; returns the status. */
export function answerPage(
  { market, pagePeriodMs }: Pick<Exchange, 'market' | 'pagePeriodMs'>,
  url: URL,
  response: ServerResponse,
): number {
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
  if (url.pathname.startsWith('/exchange-assets/')) return sendAsset('client', url.pathname.slice(17), send);
  if (url.pathname.startsWith('/chart/')) return sendAsset('chart', url.pathname.slice(7), send);
  if (url.pathname === '/exchange-data') {
    const intervalS = INTERVALS[url.searchParams.get('interval') ?? '15m'] ?? 900;
    const data = collectPageData(market, site, url.searchParams.get('symbol') ?? '', intervalS, {
      rows: countOf(url, 'rows', 16, 100),
      ticks: countOf(url, 'ticks', 1, 100_000),
    });
    return data === null
      ? send(404, 'application/json', '{}')
      : send(200, 'application/json', JSON.stringify(data));
  }
  const shown = site.parse(url.pathname);
  const isListed =
    shown !== null && coinsOn(market, site).some((coin) => site.symbolOf(coin) === shown.symbol);
  const fallback = { locale: '', symbol: site.symbolOf(coinsOn(market, site)[0]!) };
  const theme = url.searchParams.get('theme') === 'light' ? 'light' : 'dark';
  const periodMs = countOf(url, 'period', pagePeriodMs, 60_000);
  return send(
    isListed || shown === null ? 200 : 404,
    'text/html',
    renderPage(market, site, { ...(shown ?? fallback), theme, periodMs }),
  );
}

function countOf(url: URL, name: string, usual: number, most: number): number {
  const count = Number(url.searchParams.get(name) ?? usual);
  return Number.isInteger(count) && count > 0 ? Math.min(count, most) : usual;
}

const assets = new Map<string, string>();

const TYPES: Readonly<Record<string, string>> = {
  ts: 'text/javascript',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  html: 'text/html',
};

/** Served beside the pages' own files. */
const LIBRARY = 'lightweight-charts.js';
const LIBRARY_FILE = 'lightweight-charts.standalone.production.js';

function sendAsset(
  folder: 'client' | 'chart',
  name: string,
  send: (status: number, type: string, body: string) => number,
): number {
  const path = join(import.meta.dirname, folder, name);
  const type = /^[a-z-]+\.[a-z]+$/.test(name) ? TYPES[name.split('.')[1]!] : undefined;
  if (type === undefined || (name !== LIBRARY && !existsSync(path)))
    return send(404, 'text/plain', 'not found');
  const cached = assets.get(path) ?? readAsset(name, path);
  assets.set(path, cached);
  return send(200, type, cached);
}

function readAsset(name: string, path: string): string {
  const file =
    name === LIBRARY
      ? join(dirname(fileURLToPath(import.meta.resolve('lightweight-charts'))), LIBRARY_FILE)
      : path;
  const text = readFileSync(file, 'utf8');
  return name.endsWith('.ts') ? stripTypeScriptTypes(text) : text;
}
