import type { ClusterReport } from '../../core/market/market-report.ts';
import { drive, nearest } from './chart.ts';
import type { DrivenPage } from './driven-page.ts';
import { enclosing, type KnownBand } from './known-band.ts';
import { paintedLines } from './lines.ts';

type Scale = readonly [name: string, mode: 0 | 1 | 2 | 3, isInverted: boolean, side: 'long' | 'short'];

/** Every mode of a chart's price scale, and the side whose band is looked at in it. */
const SCALES: readonly Scale[] = [
  ['linear', 0, false, 'long'],
  ['linear, inverted', 0, true, 'short'],
  ['logarithmic', 1, false, 'short'],
  ['logarithmic, inverted', 1, true, 'long'],
  ['percent', 2, false, 'long'],
  ['percent, inverted', 2, true, 'short'],
  ['indexed to 100', 3, false, 'short'],
  ['indexed to 100, inverted', 3, true, 'long'],
];

async function choose(page: DrivenPage, [, mode, isInverted]: Scale): Promise<void> {
  await drive(page, 'setMode', mode);
  await drive(page, 'setInverted', isInverted);
}

/** Has the chart mark the bars between which the band stands, and draw its own line at the upper edge. */
export async function markBand(page: DrivenPage, band: KnownBand): Promise<void> {
  await drive(page, 'markBars', enclosing(band));
  await drive(page, 'drawLine', band.high);
}

/** What `look` finds in each mode of the scale. */
export async function inScales<Found>(
  page: DrivenPage,
  look: () => Promise<Found>,
): Promise<Readonly<Record<string, Found>>> {
  const found: Record<string, Found> = {};
  for (const scale of SCALES) {
    await choose(page, scale);
    found[scale[0]] = await look();
  }
  return found;
}

/** Device px from the chart's own line at a band's peak down to ours, in each mode; a text where one is not to be seen. */
export async function linesInScales(
  page: DrivenPage,
  ratio: number,
  clusters: readonly ClusterReport[],
): Promise<Readonly<Record<string, number | string>>> {
  const differences: Record<string, number | string> = {};
  for (const scale of SCALES) {
    const [name, , , side] = scale;
    await choose(page, scale);
    await drive(page, 'drawLine', nearest(clusters, side).peak);
    const { ours, magenta } = await paintedLines(page, ratio, side);
    differences[name] = ours === null || magenta === null ? `${ours} ${magenta}` : ours - magenta;
  }
  return differences;
}
