import { drive } from './chart.ts';
import type { DrivenPage } from './driven-page.ts';
import { enclosing, type KnownBand } from './known-band.ts';

type Scale = readonly [name: string, mode: 0 | 1 | 2 | 3, isInverted: boolean];

/** Every mode of a chart's price scale. */
const SCALES: readonly Scale[] = [
  ['linear', 0, false],
  ['linear, inverted', 0, true],
  ['logarithmic', 1, false],
  ['logarithmic, inverted', 1, true],
  ['percent', 2, false],
  ['percent, inverted', 2, true],
  ['indexed to 100', 3, false],
  ['indexed to 100, inverted', 3, true],
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
