import { describe, expect, test } from 'vitest';

import { figuresAt, panelCondition } from '../../../components/overlay/panel-condition.ts';
import { sourceNotices } from '../../../components/overlay/source-notices.ts';
import { buildPageMarket, buildReport, buildSources, SAMPLE_AT } from '../../support/sample-report.ts';

const well = {
  market: buildPageMarket(),
  report: buildReport(),
  nowMs: SAMPLE_AT + 2000,
  online: true,
  isListed: true,
  workerAnswers: true,
};

describe('the gravest condition wins', () => {
  test('offline over silent venues', () => {
    const report = buildReport({ sources: buildSources({ status: 'failed', code: 'network' }) });

    expect(panelCondition({ ...well, report, online: false })).toBe('stale-offline');
    expect(panelCondition({ ...well, report })).toBe('stale-venues');
  });

  test('a market that no venue lists waits for no figures', () => {
    expect(panelCondition({ ...well, report: null, isListed: false })).toBe('not-listed');
  });

  test('a worker that does not answer is no trouble while the figures are fresh', () => {
    expect(panelCondition({ ...well, workerAnswers: false })).toBe('live');
  });
});

test('a report is live for ninety seconds', () => {
  expect(panelCondition({ ...well, nowMs: SAMPLE_AT + 90_000 })).toBe('live');
  expect(panelCondition({ ...well, nowMs: SAMPLE_AT + 90_001 })).toBe('stale-late');
});

test('figures are as old as the last good answer once every source fails', () => {
  const sources = buildSources({ status: 'failed', code: 'timeout', at: SAMPLE_AT - 60_000 });

  expect(figuresAt(buildReport({ sources }))).toBe(SAMPLE_AT - 60_000);
  expect(figuresAt(buildReport())).toBe(SAMPLE_AT);
  expect(figuresAt(buildReport({ sources: buildSources({ status: 'failed', at: null }) }))).toBeNull();
});

describe('notices', () => {
  test('venues with one trouble share one sentence', () => {
    const sources = buildSources().map((source) =>
      ['binance', 'hyperliquid'].includes(source.venue)
        ? { ...source, status: 'failed' as const, code: 'region' as const }
        : source,
    );

    expect(sourceNotices(sources).map(({ text }) => text)).toEqual([
      'Binance and Hyperliquid refused this region: left out of the map.',
    ]);
  });

  test('a venue with hosts for other countries names them and leads to them', () => {
    const refused = (venue: string) =>
      buildSources().map((source) =>
        source.venue === venue ? { ...source, status: 'failed' as const, code: 'region' as const } : source,
      );

    expect([...sourceNotices(refused('okx')), ...sourceNotices(refused('bybit'))]).toMatchObject([
      {
        text: 'OKX refused this region: left out of the map, unless eea.okx.com or us.okx.com serves you.',
        action: 'host',
      },
      {
        text: 'Bybit refused this region: left out of the map, unless one of its 9 other hosts serves you.',
        action: 'host',
      },
    ]);
  });

  test('a venue that fails in part names the part', () => {
    const sources = buildSources().map((source) =>
      source.venue === 'bybit' && source.kind === 'open-interest'
        ? { ...source, status: 'stale' as const, code: 'rate-limited' as const }
        : source,
    );

    expect(sourceNotices(sources).map(({ text }) => text)).toEqual([
      'Bybit asked Plimsoll to wait (open interest): tried again soon.',
    ]);
  });

  test('a guard before a venue is no fault of the venue, and does not pass by itself', () => {
    const sources = buildSources().map((source) =>
      source.venue === 'binance'
        ? { ...source, status: 'failed' as const, code: 'blocked' as const }
        : source,
    );

    expect(sourceNotices(sources).map(({ text }) => text)).toEqual([
      'Binance turned this connection away for its region or address: left out of the map.',
    ]);
  });

  test('what the user can mend comes first', () => {
    const sources = buildSources().map((source) => {
      if (source.venue === 'binance')
        return { ...source, status: 'failed' as const, code: 'network' as const };
      if (source.venue === 'gate')
        return { ...source, status: 'failed' as const, code: 'permission' as const };
      return source;
    });

    expect(sourceNotices(sources).map(({ action }) => action)).toEqual(['permission', null]);
  });

  test('a venue that does not list the coin is no trouble', () => {
    const sources = buildSources({ status: 'failed', code: 'not-listed' });

    expect(sourceNotices(sources)).toEqual([]);
  });
});
