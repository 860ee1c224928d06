import { describe, expect, test } from 'vitest';

import { asideSentences } from '../../components/overlay/aside-text.ts';
import { sourceNotices } from '../../components/overlay/source-notices.ts';
import type { AsideReport, SourceStatus } from '../../core/market/market-report.ts';

const aside = (venue: SourceStatus['venue'], report: AsideReport): SourceStatus => ({
  venue,
  kind: 'ticker',
  status: 'failed',
  at: 0,
  code: 'set-aside',
  aside: report,
});

describe('figures that are not believed are said in one sentence each', () => {
  test.each<[string, AsideReport, string]>([
    [
      'a price against five others',
      { quantity: 'price', told: 109_250, believed: 95_000, by: 'others', others: 5 },
      'Binance’s price is set aside until it agrees again. It says 109,250, 5 other venues agree on 95,000.',
    ],
    [
      'a price that is of another coin under the name',
      { quantity: 'price', told: 64.31, believed: 48.8, by: 'others', others: 2 },
      'Binance’s price is set aside until it agrees again. It says 64.310, 2 other venues agree on 48.800. So far off, it is another asset of the same name.',
    ],
    [
      'a price against what was known',
      { quantity: 'price', told: 817, believed: 7.36, by: 'past', others: 1 },
      'Binance’s price is set aside until it agrees again. It says 817.00, before it said 7.3600. Nothing else says so.',
    ],
    [
      'open interest',
      { quantity: 'open-interest', told: 620_000, believed: 62_000, by: 'others', others: 5 },
      'Binance’s open interest is set aside until it agrees again. It says 620,000 coins, before it said 62,000 coins. It left its own last hour and no other venue followed.',
    ],
    [
      'funding that nobody pays',
      { quantity: 'funding', told: -0.9, believed: null, by: 'past', others: 0 },
      'Binance’s funding is set aside until it agrees again. It says −90.00 %, which no venue pays.',
    ],
    [
      'volume of bars',
      { quantity: 'volume', told: null, believed: null, by: 'others', others: 5 },
      'Binance’s volume is set aside until it agrees again. It left its own last hour and no other venue followed.',
    ],
  ])('%s', (_what, report, sentence) => {
    const spaced = asideSentences([aside('binance', report)]).map((text) => text.replaceAll(/\s/gu, ' '));

    expect(spaced).toEqual([sentence]);
  });

  test('two that contradict each other are named together', () => {
    const told = { quantity: 'price', believed: null, by: 'nobody', others: 0 } as const;

    expect(
      asideSentences([aside('binance', { ...told, told: 817 }), aside('bybit', { ...told, told: 7.36 })]),
    ).toEqual([
      'Venues contradict each other: Binance says 817.00 and Bybit says 7.3600. None of them is believed until another venue decides. So far apart, they are two assets of one name.',
    ]);
  });

  test('beside other troubles, which keep their sentence', () => {
    const notices = sourceNotices([
      aside('binance', { quantity: 'price', told: 109_250, believed: 95_000, by: 'others', others: 5 }),
      { venue: 'okx', kind: 'ticker', status: 'failed', at: 0, code: 'timeout' },
    ]);

    expect(notices.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Binance’s price is set aside/),
      'OKX did not answer in time: tried again soon.',
    ]);
  });
});
