import { browser } from 'wxt/browser';

import { type Palette, paletteOf } from '../../components/ui/palette.ts';
import { badgeText } from '../../core/i18n/badge-text.ts';
import { dismissedWarningsItem } from '../../core/io/storage-shared.ts';
import type { MarketReport } from '../../core/market/market-report.ts';
import { badgeOf } from '../../core/service/badge.ts';

/** Read when it is first shown, as many a worker ends before that. */
let palette: Palette | null = null;

/** The icon shows the market that was asked for last. @param nowMs the venues' time */
export async function showBadge(
  report: MarketReport,
  watched: readonly string[],
  nowMs: number,
): Promise<void> {
  if (watched[0] !== report.market) return;
  const badge = badgeOf(report, await dismissedWarningsItem.getValue(), nowMs);
  // The browser writes white on it, whatever the theme.
  palette ??= paletteOf('light', 'orange-blue', false);
  await browser.action.setBadgeBackgroundColor({ color: badge.isWarning ? palette.bad : palette.muted });
  await browser.action.setBadgeText({ text: badgeText(badge) });
}
