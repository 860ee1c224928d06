import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import {
  parsePage,
  OPTIONAL_SITE_ORIGINS,
  SITE_GRANTS,
  SITE_MATCHES,
  SITES,
} from '../../../core/sites/registry.ts';
import { PAGES } from './pages.ts';

const README = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

test('the sites are those that the README promises', () => {
  const [, section = ''] = README.split('\n## Sites\n');
  const rows = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| '));

  expect(SITES.map(({ name }) => name)).toEqual(rows.slice(2).map((row) => row.split('|')[1]?.trim()));
});

test('no page is tested of a site that is not known', () => {
  expect(Object.keys(PAGES).filter((id) => !SITES.some((site) => site.id === id))).toEqual([]);
});

describe.each(SITES.map((site) => [site.name, site] as const))('%s', (name, site) => {
  test('has pages with and without a market, and charts of other markets', () => {
    const { markets = [], others = [], charts } = PAGES[site.id] ?? {};

    expect(markets.length).toBeGreaterThan(0);
    expect(others.length).toBeGreaterThan(0);
    expect(charts?.other.length).toBeGreaterThan(0);
  });

  test('every origin has a tested page and one place in the manifest', () => {
    const tested = PAGES[site.id]?.markets.map(([url]) => new URL(url)) ?? [];

    for (const { access, patterns } of SITE_GRANTS.filter((grant) => grant.site === site)) {
      for (const pattern of patterns) {
        const domain = pattern.replace(/^https:\/\/(\*\.)?|\/\*$/g, '');
        expect(tested.some(({ hostname }) => hostname.endsWith(domain))).toBe(true);
        expect(SITE_MATCHES.includes(pattern)).toBe(access === 'required');
        expect(OPTIONAL_SITE_ORIGINS.includes(pattern)).toBe(access === 'optional');
      }
    }
  });

  test('the README says what is read and how access is granted', () => {
    const rows = README.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
    const [, , read, access] = rows.find(([, cell]) => cell === name) ?? [];

    expect(access).toBe(site.access);
    for (const part of site.reads) expect(read).toContain(part === 'path' ? 'address' : part);
  });

  test('an address of another host with its path is not taken', () => {
    const [url, , title = ''] = PAGES[site.id]!.markets[0]!;
    const { pathname, search, hash, hostname } = new URL(url);

    const domain = site.origins[0]!.replace(/^https:\/\/(\*\.)?/, '');
    for (const host of ['evil.example', `${hostname}.evil.example`, `not${domain}`]) {
      expect(parsePage(new URL(`https://${host}${pathname}${search}${hash}`), title)).toBeNull();
    }
    expect(parsePage(new URL(url.replace('https:', 'http:')), title)).toBeNull();
  });
});
