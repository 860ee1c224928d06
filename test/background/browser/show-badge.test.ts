import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import tokens from '../../../components/ui/tokens.css?raw';
import { showBadge } from '../../../entrypoints/background/show-badge.ts';
import { HOUR_MS } from '../../../core/market/time.ts';
import type { MarketReport } from '../../../core/market/market-report.ts';
import { buildReport, SAMPLE_AT } from '../../support/sample-report.ts';

/** Of light ground, where white can be read on it. */
const [, light = ''] = tokens.split("[data-theme='light'] {");
const tokenOf = (name: string): string => new RegExp(`--${name}: (#\\w+)`).exec(light)?.[1] ?? '';

test.each([
  ['news', 0, 'bad'],
  ['two hours old', 2 * HOUR_MS, 'muted'],
])('a warning that is %s gives the icon the colour of every view', async (_, ageMs, token) => {
  const setBadgeBackgroundColor = vi.fn(async () => {});
  Object.assign(fakeBrowser.action, { setBadgeBackgroundColor, setBadgeText: async () => {} });
  const warnings = [{ id: 'a', at: SAMPLE_AT }] as unknown as MarketReport['warnings'];
  const report = { ...buildReport(), warnings } as MarketReport;

  await showBadge(report, [report.market], SAMPLE_AT + ageMs);

  expect(setBadgeBackgroundColor).toHaveBeenCalledWith({ color: tokenOf(token) });
});
