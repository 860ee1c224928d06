import { expect, test } from 'vitest';

import { isReportOf } from '../../../core/market/report-version.ts';
import { buildReport } from '../../support/sample-report.ts';

test('a stored report is shown if it is of this version and of the market that was asked for', () => {
  const report = buildReport();

  expect(isReportOf('BTCUSDT', report)).toBe(true);
  expect(isReportOf('ETHUSDT', report)).toBe(false);
  expect(isReportOf('BTCUSDT', { ...report, version: 1 })).toBe(false);
  expect(isReportOf('BTCUSDT', null)).toBe(false);
});
