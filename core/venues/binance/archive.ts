import type { OpenInterestPoint } from '../../market/bars.ts';
import type { Instrument } from '../../market/instrument.ts';
import { DAY_S, MINUTE_MS } from '../../market/time.ts';
import { dateOf } from '../../market/utc-date.ts';
import { wrongValue } from '../shared/answer.ts';
import type { PagedSeries, RequestBudget } from '../venue.ts';
import { hosts } from './hosts.ts';

/** Three years of a contract take an hour and a half; the host names no limit. */
export const ARCHIVE_BUDGET: RequestBudget = { id: 'binance-archive', weight: 12, perMs: MINUTE_MS };

/**
 * Open interest by days out of the public archive: a file a day, which comes a day late, with a row each five minutes; of
 * bitcoin since September 2020.
 * @see https://github.com/binance/binance-public-data
 */
export const archivedOpenInterest: PagedSeries<OpenInterestPoint> = {
  pageRows: 1,
  depthS: null,
  page: (instrument, { fromS }) => ({
    request: {
      url: addressOf(instrument.id, fromS),
      method: 'GET',
      body: null,
      form: 'zip',
      budget: ARCHIVE_BUDGET.id,
      weight: 1,
    },
    parse: (text) => parseMetrics(text, instrument, Math.floor(fromS / DAY_S) * DAY_S),
  }),
};

function addressOf(symbol: string, atS: number): string {
  const name = encodeURIComponent(symbol);
  return `${hosts.archive}/data/futures/um/daily/metrics/${name}/${name}-metrics-${dateOf(atS * 1000)}.zip`;
}

/**
 * The first row of a file of the day that begins at `dayS`, none where there is no file.
 * @throws SchemaError for a table of other columns, of another contract, or without a row of the day's beginning
 */
function parseMetrics(text: unknown, instrument: Instrument, dayS: number): readonly OpenInterestPoint[] {
  if (typeof text !== 'string') throw wrongValue('metrics', 'a table', text);
  if (text === '') return [];
  const [header = '', ...rows] = text.trim().split(/\r?\n/);
  const names = header.split(',');
  const columnOf = (name: string): number => {
    const column = names.indexOf(name);
    if (column < 0) throw wrongValue('metrics', `a column ${name}`, header);
    return column;
  };
  const [time, symbol, coins] = [columnOf('create_time'), columnOf('symbol'), columnOf('sum_open_interest')];
  // What begins later says nothing of the day's beginning.
  const firstHour = `${dateOf(dayS * 1000)} 00:`;
  for (const [index, row] of rows.entries()) {
    const cells = row.split(',');
    if (cells[symbol] !== instrument.id)
      throw wrongValue(`metrics.${index}.symbol`, instrument.id, cells[symbol]);
    if (cells[time]?.startsWith(firstHour) !== true) continue;
    const base = Number(cells[coins] === '' ? NaN : cells[coins]) * instrument.multiplier;
    // An odd row costs itself: the next is five minutes later.
    if (base >= 0 && base < Infinity) return [{ atS: dayS, openInterestBase: base }];
  }
  throw wrongValue('metrics', 'a row of the first hour', rows[0]);
}
