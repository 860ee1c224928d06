import { type AggregatedBars, barsUntil, liquidationMap, rebuildInventory } from '../engine/index.ts';
import { BARS_NEEDED, type Bars } from '../market/bars.ts';
import type { MarketReport } from '../market/market-report.ts';
import { assembleReport } from '../report/assemble-report.ts';
import { largestLiquidationDays, latestValue, summariseFlows } from '../report/context-report.ts';
import { InputError, parseIsoTime, parseOptions, runCommand } from './args.ts';
import {
  readBars,
  readDaily,
  readFlows,
  readImpliedVolatility,
  readMinutes,
  readPositions,
  readPrints,
} from './csv-formats.ts';
import { reportTable } from './report-table.ts';

const OPTIONS = {
  bars: 'required',
  minutes: 'optional',
  prints: 'optional',
  positions: 'optional',
  daily: 'optional',
  flows: 'optional',
  dvol: 'optional',
  market: 'required',
  at: 'required',
  json: 'flag',
} as const;

/** The market report as it could have been known at `--at`, from recorded files. */
function report(argv: readonly string[]): string {
  const options = parseOptions(argv, OPTIONS);
  const atS = parseIsoTime(options.at, 'at');
  const bars = barsUntil(readBars(options.bars), atS);
  if (bars.openTimeS.length === 0)
    throw new InputError(`${options.bars}: no bar has closed by ${options.at}`);
  const minutes = options.minutes === null ? null : barsUntil(readMinutes(options.minutes), atS);
  const prints = options.prints === null ? [] : readPrints(options.prints);
  const flows = options.flows === null ? [] : readFlows(options.flows);
  const dvol = options.dvol === null ? [] : readImpliedVolatility(options.dvol);
  if (options.positions !== null) readPositions(options.positions);
  if (options.daily !== null) readDaily(options.daily);

  const price = latestPrice(bars, minutes);
  const inventory = rebuildInventory(bars);
  const result = assembleReport({
    market: options.market,
    nowMs: atS * 1000,
    price,
    tickSize: null,
    warmUp: warmUpOf(bars),
    map: inventory === null ? null : liquidationMap(inventory, price),
    aggregated: oneVenue(bars),
    venues: [],
    sources: [],
    context: {
      etf: summariseFlows(
        flows.map(({ atS, date, netFlowUsd }) => ({ atS, date, value: netFlowUsd })),
        atS,
      ),
      dvol: latestValue(
        dvol.map(({ atS, date, dvol }) => ({ atS, date, value: dvol })),
        atS,
      ),
    },
    history: { largestLiquidationDays: largestLiquidationDays(prints, atS) },
  });
  return options.json ? JSON.stringify(result) : reportTable(result);
}

/** Close of whichever bar closed last. */
function latestPrice(bars: Bars, minutes: Bars | null): number {
  const closeTimeS = (of: Bars): number => (of.openTimeS.at(-1) ?? -Infinity) + of.intervalS;
  const latest = minutes !== null && closeTimeS(minutes) > closeTimeS(bars) ? minutes : bars;
  return latest.close.at(-1) ?? NaN;
}

/** A file of bars is one market already: nothing to add, nothing held. */
const oneVenue = (bars: Bars): AggregatedBars => ({
  bars,
  held: new Uint8Array(bars.openTimeS.length),
  takerVolumeBase: bars.volumeBase,
});

function warmUpOf(bars: Bars): MarketReport['warmUp'] {
  const barsNeeded = Math.round((BARS_NEEDED * 300) / bars.intervalS);
  const barsLoaded = Math.min(bars.openTimeS.length, barsNeeded);
  return { barsLoaded, barsNeeded, done: barsLoaded === barsNeeded };
}

runCommand(report);
