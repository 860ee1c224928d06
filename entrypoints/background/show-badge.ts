import { browser } from 'wxt/browser';

import type { MarketReport } from '../../core/market/market-report.ts';
import { badgeText } from '../../core/watch/badge.ts';

const BADGE_COLOUR = '#5b6472';

/** The icon shows the market that was asked for last. */
export async function showBadge(report: MarketReport, watched: readonly string[]): Promise<void> {
  if (watched[0] !== report.market) return;
  await browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR });
  await browser.action.setBadgeText({ text: badgeText(report) });
}
