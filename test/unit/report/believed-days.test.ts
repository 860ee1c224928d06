import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { readDaily } from '../../../core/headless/csv-formats.ts';
import { type DailyCandle, dailyCandlesOf } from '../../../core/levels/daily-candle.ts';
import { DAY_S } from '../../../core/market/time.ts';
import { believedDays } from '../../../core/report/believed-days.ts';
import { recordingsDir } from '../../support/recordings.ts';

const data = recordingsDir();

/** A calm week around 100. */
const week: readonly DailyCandle[] = Array.from({ length: 7 }, (_, day) => ({
  openTimeS: day * DAY_S,
  open: 100 + day,
  high: 102 + day,
  low: 99 + day,
  close: 101 + day,
  volumeBase: 10,
}));

const times = (factor: number, day: DailyCandle): DailyCandle => ({
  ...day,
  open: factor * day.open,
  high: factor * day.high,
  low: factor * day.low,
  close: factor * day.close,
});

describe('daily candles of one venue', () => {
  test('are believed where the bars of several venues say the same, and where there are none', () => {
    expect(believedDays(week, week.slice(3))).toEqual(week);
    expect(believedDays(week, [])).toEqual(week);
  });

  test('give way to the market’s own day where they contradict it, also with a wick alone', () => {
    const told = week.with(4, times(1.1, week[4]!)).with(5, { ...week[5]!, high: 200 });

    expect(believedDays(told, week.slice(2))).toEqual(week);
  });

  test('of another scale throughout are not believed for the days before either', () => {
    expect(
      believedDays(
        week.map((day) => times(1.1, day)),
        week.slice(4),
      ),
    ).toEqual(week.slice(4));
  });

  test('without a market to compare with: a day that leaves and comes back is left out', () => {
    expect(believedDays(week.with(3, times(3, week[3]!)), [])).toEqual(week.toSpliced(3, 1));
  });

  test.skipIf(data === null).each(['btcusdt', 'ethusdt', 'paxgusdt'])(
    'of %s since 2023 are all believed',
    (name) => {
      const days = dailyCandlesOf(readDaily(join(data ?? '', `market/${name}-spot-1d.csv`)));

      expect(believedDays(days, [])).toEqual(days);
    },
  );
});
