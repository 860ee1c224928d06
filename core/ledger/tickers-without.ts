import { DAY_MS } from '../market/time.ts';
import { isOf, type Lie } from './lie.ts';
import type { DatabaseChange, DatabasePort } from './ports.ts';
import type { TickersRow } from './tables/tickers.ts';

/** What each figure of an answer is about, and of how long a time before the answer it tells, milliseconds. */
const FIGURES = [
  { name: 'price', of: 'price', lastsMs: 0 },
  { name: 'openInterestBase', of: 'open-interest', lastsMs: 0 },
  { name: 'fundingRate8h', of: 'funding', lastsMs: 0 },
  { name: 'nextFundingAtMs', of: 'funding', lastsMs: 0 },
  { name: 'turnoverUsd', of: 'volume', lastsMs: DAY_MS },
  { name: 'dayChange', of: 'price', lastsMs: DAY_MS },
] as const;

/** Blanks what a venue told of a lie's time in its answers of all perpetuals; an answer of nothing else goes. */
export async function tickersWithout(database: DatabasePort, lie: Lie): Promise<readonly DatabaseChange[]> {
  const answers = await database.list('tickers', [lie.venue]);
  return answers.flatMap(({ key, value }) => {
    const left = answerWithout(lie, value);
    return left === value ? [] : [{ store: 'tickers', key, value: left }];
  });
}

function answerWithout(lie: Lie, row: TickersRow): TickersRow | null {
  const told = FIGURES.filter(({ name }) => row[name]?.some((figure) => !Number.isNaN(figure)) === true);
  const wrong = told.filter(
    ({ of, lastsMs }) => isOf(lie, of) && row.atMs >= lie.fromMs && row.atMs - lastsMs < lie.untilMs,
  );
  if (wrong.length === 0) return row;
  if (wrong.length === told.length) return null;
  return { ...row, ...Object.fromEntries(wrong.map(({ name }) => [name, row[name]?.slice().fill(NaN)])) };
}
