import type { Page } from '@playwright/test';

import { call, drive, expectChartState, filmed, frames, nearest, openChart, paneOf } from './chart.ts';
import type { RunningExchange } from '../exchange/start-exchange.ts';
import { CLUSTERS, expect, test } from './fixtures.ts';
import { expectPlaced, followedHeat } from './heat.ts';
import { BEFORE_LABEL_H, bandBelow, pastWith } from './known-band.ts';
import { linesIn, paintedLines } from './lines.ts';
import { movesOf, showMoves, watchHeat, watchLine } from './motion.ts';
import { markBand } from './scales.ts';

const LEAST_FRAMES = 20;
const NEW_BARS = 2;
const REST_S = 3;

/** Between two glances at a chart whose library tells nothing. */
const GLANCE_MS = 250;

test.use({ viewport: { width: 1100, height: 640 } });

test.describe('with a heat map, at whose upper edge a band has its peak', () => {
  const bandOf = ({ market }: RunningExchange) =>
    bandBelow(market.priceOf('BTC'), Date.now(), BEFORE_LABEL_H);
  test.use({
    told: async ({ site }, use) => {
      const { low, high } = bandOf(site);
      await use({ clusters: [{ ...nearest(CLUSTERS, 'long'), low, peak: high, high }], levels: [] });
    },
    items: async ({ items, site }, use) =>
      use({ ...items, 'past:BTCUSDT': pastWith(site.market.priceOf('BTC'), bandOf(site)) }),
  });

  test('while the chart is panned, zoomed, scrolled into the past and its axis is dragged, no frame shows map or band beside the chart’s own bars and prices', async ({
    page,
    site,
  }) => {
    await openChart(page);
    await expectChartState(page, 'ready');
    await markBand(page, bandOf(site));
    expectPlaced((await followedHeat(page, 1)).heat);
    const pane = await paneOf(page);
    const [heat, line] = [watchHeat(pane, 1), watchLine(pane, 1, 'long')];

    await showMoves(movesOf(page, pane), (move) => filmed(page, move), heat, line);

    console.log(
      `CSS px in any of ${heat.seen()} and ${line.seen()} frames: ${JSON.stringify([heat.worst, line.worst])}`,
    );
    for (const { seen } of [heat, line]) expect(seen()).toBeGreaterThan(LEAST_FRAMES);
    for (const off of Object.values(heat.worst)) expectPlaced(off);
    for (const difference of Object.values(line.worst)) expect(difference).toBeLessThanOrEqual(1);
  });
});

/** Has the page count beats as long as the pause between two glances, and after how many the probe told of a move. */
const listen = (page: Page) =>
  page.evaluate((beatMs) => {
    const heard = { beats: 0, told: '', followedAfter: null as number | null };
    Object.assign(window, { heard });
    document.addEventListener('plimsoll-chart', (event) => {
      const { seq: _, ...body } = JSON.parse(String((event as CustomEvent).detail)) as { seq: number };
      const told = JSON.stringify(body);
      if (told !== heard.told) heard.followedAfter ??= heard.beats;
      heard.told = told;
    });
    setInterval(() => {
      heard.beats += 1;
    }, beatMs);
  }, GLANCE_MS);

interface Heard {
  readonly heard: { beats: number; followedAfter: number | null };
}

/** A bar moves the chart; how many beats of the page later the probe told of it, which a slow machine slows alike. */
async function beatsToFollow(page: Page, price: number): Promise<number> {
  await page.evaluate(() =>
    Object.assign((window as unknown as Heard).heard, { beats: 0, followedAfter: null }),
  );
  await call(page, 'addBar', price);
  await frames(page, 40);
  // On a busy machine the frames may be over before the probe has looked; the last ones show what it has told.
  await page.waitForFunction(() => (window as unknown as Heard).heard.followedAfter !== null);
  await frames(page, 20);
  const beats = await page.evaluate(() => (window as unknown as Heard).heard.followedAfter);
  return beats ?? Infinity;
}

for (const [variant, following] of [
  ['library', 'in its first frame, as the library tells'],
  ['bare', 'within two glances, as the library tells nothing'],
] as const)
  test(`a chart at rest that a new bar moves is followed ${following}`, async ({ page, injected }) => {
    await openChart(page, variant);
    await expectChartState(page, 'ready');
    await drive(page, 'drawLine', nearest(CLUSTERS, 'short').peak);
    // A film may begin when the line has moved already.
    const rows = new Set([(await paintedLines(page, 1, 'short')).magenta]);
    await listen(page);
    const pane = await paneOf(page);
    let [worstPx, worstBeats] = [0, 0];
    for (let bar = 1; bar <= NEW_BARS; bar += 1) {
      // Past the second in which the last move is followed frame by frame, and the next telling of all charts.
      await injected.seconds(REST_S);
      const film = await filmed(page, async () => {
        const price = nearest(CLUSTERS, 'long').peak * (1 - 0.015 * bar);
        worstBeats = Math.max(worstBeats, await beatsToFollow(page, price));
      });
      const differences = film.map((picture) => {
        const { ours, magenta } = linesIn(picture, pane, 1, 'short');
        rows.add(magenta);
        if (ours === magenta) return 0;
        return ours === null || magenta === null ? Infinity : Math.abs(ours - magenta);
      });
      expect(differences.at(-1)).toBeLessThanOrEqual(1);
      worstPx = Math.max(worstPx, ...differences);
    }

    console.log(`after a new bar, ${variant}: ${worstPx} px, followed after ${worstBeats} beats`);
    expect(rows.size).toBeGreaterThan(NEW_BARS);
    if (variant === 'library') expect(worstPx).toBeLessThanOrEqual(1);
    expect(worstBeats).toBeLessThanOrEqual(2);
  });
