import type { Page } from '@playwright/test';

import '../../core/i18n/speak-english.ts';
import type { OwnLine } from '../../core/market/own-line.ts';
import { ownMarks } from '../../components/page/chart/own-marks.ts';
import { expectChartState, frames, openChart } from './chart.ts';
import { expect, test } from './fixtures.ts';
import type { InjectedPage } from './inject.ts';
import { settledRow } from './lines.ts';
import { BEACON_FAMILIES, beaconRules, type PageSpy, spyOnPage } from './page-spy.ts';

test.use({ pace: 8 });

type Spied = Window & { readonly spy: PageSpy };

/** Two positions with no digit of their figures in common places: one far from its liquidation and one near it. */
const positions = (price: number): readonly (readonly OwnLine[])[] => [
  [
    {
      role: 'liquidation',
      price: 0.8123 * price,
      isEstimate: true,
      distance: -0.1877,
      chance24h: 0.0002,
      betweenUsd: 9.594e9,
    },
    { role: 'entry', price: 1.004 * price },
    { role: 'target', price: 1.0211 * price },
  ],
  [
    {
      role: 'liquidation',
      price: 0.985 * price,
      isEstimate: false,
      distance: -0.015,
      chance24h: 0.4178,
      betweenUsd: 3.27e8,
    },
    { role: 'entry', price: 1.006 * price },
    { role: 'stop', price: 0.993 * price },
  ],
];

/** Prices and distances that are written beside the lines, of which no other on the page is one. */
const wordsOf = (lines: readonly OwnLine[]): readonly string[] =>
  ownMarks(lines, 1).flatMap(({ text }) => text.split(' ').filter((word) => /\d,\d{3}|−/.test(word)));

async function openSpied(page: Page): Promise<{ readonly beacons: string[] }> {
  const beacons: string[] = [];
  await page.route('**/beacon/**', (route) => {
    beacons.push(new URL(route.request().url()).pathname);
    return route.fulfill({ status: 404 });
  });
  await page.addInitScript(spyOnPage);
  await page.addInitScript((rules) => {
    addEventListener('DOMContentLoaded', () => {
      document.head.append(Object.assign(document.createElement('style'), { textContent: rules }));
      // The page's own text with its own font asks for what it draws.
      const context = document.createElement('canvas').getContext('2d')!;
      context.font = '11px bait';
      context.fillText('≈7', 0, 15);
    });
  }, beaconRules());
  await openChart(page);
  await expectChartState(page, 'ready');
  return { beacons };
}

/** The letters, by their codes, that were drawn with a font of the page's of that name. */
const lettersOf = (family: string, beacons: readonly string[]): readonly string[] => {
  const start = `/beacon/${encodeURIComponent(family)}/`;
  return beacons
    .filter((path) => path.startsWith(start))
    .map((path) => path.slice(start.length))
    .toSorted();
};
const OUR_FAMILIES = BEACON_FAMILIES.filter((family) => family !== 'bait');

const look = (page: Page, words: readonly string[]) =>
  page.evaluate((given) => (window as unknown as Spied).spy.look(given), words);
const noticed = (page: Page) => page.evaluate(() => (window as unknown as Spied).spy.noticed());

/** Shows lines and waits until their entry is painted; none: until it is gone. */
async function show(page: Page, injected: InjectedPage, lines: readonly OwnLine[]): Promise<void> {
  await injected.call('store', { positions: lines });
  if (lines.length > 0) await settledRow(page, 1, 'own');
  await injected.seconds(2);
  await frames(page, 20);
}

test('a page that tries everything is told nothing while one position takes the place of another', async ({
  page,
  injected,
  site,
}) => {
  test.setTimeout(180_000);
  const [first, second] = positions(site.market.priceOf('BTC')) as [readonly OwnLine[], readonly OwnLine[]];
  const words = [...wordsOf(first), ...wordsOf(second)];
  const { beacons } = await openSpied(page);
  await show(page, injected, first);
  await injected.seconds(2);

  const looks: unknown[] = [];
  const heard = new Set<string>();
  await noticed(page);
  for (const lines of [first, second, [], second]) {
    await show(page, injected, lines);
    looks.push(await look(page, words));
    const { said = [], measured = [], ...others } = await noticed(page);
    expect(others).toEqual({});
    // The page asks for its own figures.
    expect(measured.filter((text) => !/^resource https:\S+\/exchange-data\?/.test(text))).toEqual([]);
    for (const text of said) heard.add(text.replace(/seq\\":\d+/, ''));
  }

  const [before, ...after] = looks;
  // The spy sees what there is: our hosts, and which letters are drawn with its own font.
  expect(words.length).toBeGreaterThan(4);
  expect((before as { readonly hosts: readonly unknown[] }).hosts.length).toBeGreaterThan(1);
  expect(lettersOf('bait', beacons)).toEqual(['2248', '37']);
  expect(before).toMatchObject({ roots: 0, found: [], texts: [] });
  for (const one of after) expect(one).toEqual(before);
  // The order that keeps the probe awake, and where the page's own chart stands.
  expect([...heard].filter((text) => text !== '"ping"')).toHaveLength(1);
  expect([...heard].filter((text) => words.some((word) => text.includes(word)))).toEqual([]);
  for (const family of OUR_FAMILIES) expect(lettersOf(family, beacons)).toEqual([]);
});

/** In how many steps a page that is being built comes to its places is its own, too. */
const OWN_SHIFT = /^layout-shift(?!.* of ours$)/;

test('a page that loads with a position is the same to its scripts as one that loads with another, or with none', async ({
  page,
  injected,
  site,
}) => {
  test.setTimeout(180_000);
  const [first, second] = positions(site.market.priceOf('BTC')) as [readonly OwnLine[], readonly OwnLine[]];
  const words = [...wordsOf(first), ...wordsOf(second)];
  const { beacons } = await openSpied(page);
  const loads: unknown[] = [];
  for (const lines of [first, second, []]) {
    await injected.call('store', { positions: lines });
    await page.reload();
    await expectChartState(page, 'ready');
    await show(page, injected, lines);
    const events = await noticed(page);
    const { said: _, measured = [], ...others } = events;
    const kinds = Object.entries({ ...others, measured: measured.filter((text) => !OWN_SHIFT.test(text)) });
    const requested = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    loads.push({
      seen: await look(page, words),
      // In which order the browser tells, and how often a chart that is being built is, is its own.
      noticed: Object.fromEntries(kinds.map(([kind, texts]) => [kind, [...new Set(texts)].toSorted()])),
      requested: [...new Set(requested)].toSorted(),
    });
    const all = JSON.stringify([events, requested]);
    expect(words.filter((word) => all.includes(word))).toEqual([]);
  }

  expect(loads[1]).toEqual(loads[0]);
  expect(loads[2]).toEqual(loads[0]);
  for (const family of OUR_FAMILIES) expect(lettersOf(family, beacons)).toEqual([]);
});
