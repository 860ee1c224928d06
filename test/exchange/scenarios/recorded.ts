import type { Bars } from '../../../core/market/bars.ts';
import type { RecordedBar, Scenario } from '../market/scenario.ts';
import { JANUARY_2026 } from './january-2026.ts';

const STEP_S = 300;
const DAY_S = 86_400;
const HISTORY_DAYS = 211;
/** Ticks of a recorded market are unknown; six figures of the price are enough. */
const PRICE_FIGURES = 6;

/**
 * A scenario whose last stretch is recorded: bars of five minutes, or longer ones cut into fives. What came before the
 * recording stands still at its first price. Traders are grown as in any scenario, so the truth about positions is not the recording's.
 * @throws RangeError for bars that are not a multiple of five minutes long or know no open interest
 */
export function recordedScenario(base: string, bars: Bars): Scenario {
  const pieces = bars.intervalS / STEP_S;
  if (!Number.isInteger(pieces))
    throw new RangeError(`bars of ${bars.intervalS} s cannot be cut into bars of five minutes`);
  const recorded = bars.openTimeS.length === 0 ? [] : cutIntoFives(bars, pieces);
  const first = recorded[0];
  const last = recorded.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('a recording needs bars');
  const days = (recorded.length * STEP_S) / DAY_S;
  const template = JANUARY_2026.coins.find((coin) => coin.base === base) ?? JANUARY_2026.coins[0]!;
  const anchors = [HISTORY_DAYS, Math.min(days, HISTORY_DAYS - 1), 0];
  const prices = [first.open, first.open, last.close];
  const coins = [first.openInterestBase, first.openInterestBase, last.openInterestBase];
  return {
    name: `recorded ${base}`,
    coins: [
      {
        ...template,
        base,
        multiplier: 1,
        tickSize: 10 ** (Math.floor(Math.log10(last.close)) + 1 - PRICE_FIGURES),
        price: anchors.map((daysAgo, index) => ({ daysAgo, price: prices[index]! })),
        openInterest: anchors.map((daysAgo, index) => ({ daysAgo, usd: coins[index]! * prices[index]! })),
        episodes: [],
        recorded,
      },
    ],
  };
}

/** Each bar as `pieces` of equal flow: to the extreme behind the open first, then to the other, then to the close. */
function cutIntoFives(bars: Bars, pieces: number): readonly RecordedBar[] {
  const firstKnown = bars.openInterestBase.find((value) => Number.isFinite(value));
  if (firstKnown === undefined) throw new RangeError('the recording knows no open interest');
  let heldBase: number = firstKnown;
  const fives: RecordedBar[] = [];
  for (let index = 0; index < bars.openTimeS.length; index++) {
    const open = bars.open[index]!;
    const close = bars.close[index]!;
    const known = bars.openInterestBase[index]!;
    const endBase = Number.isFinite(known) ? known : heldBase;
    const volumeBase = bars.volumeBase[index]! / pieces;
    const taker = bars.takerBuyBase[index]! / pieces;
    const corners = cornersOf(open, bars.high[index]!, bars.low[index]!, close, pieces);
    for (let piece = 0; piece < pieces; piece++) {
      const from = corners[piece]!;
      const to = corners[piece + 1]!;
      fives.push({
        open: from,
        high: pieces === 1 ? bars.high[index]! : Math.max(from, to),
        low: pieces === 1 ? bars.low[index]! : Math.min(from, to),
        close: to,
        volumeBase,
        takerBuyBase: Number.isFinite(taker) ? taker : volumeBase / 2,
        openInterestBase: heldBase + ((endBase - heldBase) * (piece + 1)) / pieces,
      });
    }
    heldBase = endBase;
  }
  return fives;
}

function cornersOf(
  open: number,
  high: number,
  low: number,
  close: number,
  pieces: number,
): readonly number[] {
  if (pieces < 3) return [open, ...(pieces === 2 ? [close >= open ? low : high] : []), close];
  const [near, far] = close >= open ? [low, high] : [high, low];
  const rest = Array.from(
    { length: pieces - 2 },
    (_, step) => far + ((close - far) * (step + 1)) / (pieces - 2),
  );
  return [open, near, far, ...rest.slice(0, -1), close];
}
