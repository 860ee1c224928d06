import { writeFileSync } from 'node:fs';

import { expectedForcedMap } from '../engine/forecast/forced-map.ts';
import { totalMass } from '../engine/side-book.ts';
import { cellOfUsd } from '../market/map-cells.ts';
import { binMidPrice } from '../market/liquidation-map.ts';
import { MAP_KINDS, type MapKind } from '../market/map-window.ts';
import {
  type CommandHelp,
  InputError,
  parseDuration,
  parseIsoTime,
  parseOptions,
  runCommand,
} from './args.ts';
import { readBars, readMinutes } from './csv-formats.ts';
import { forecastSeries } from './forecast.ts';
import { heatPicture } from './heatmap/picture.ts';
import { readMarketOrders } from './recorded-market.ts';

/** One column of the map's past, as it was known at `t`. */
interface Column {
  readonly t: number;
  readonly map: MapKind;
  readonly venue: 'all';
  readonly price: number;
  readonly logStep: number;
  readonly firstBin: number;
  readonly longUsd: readonly number[];
  readonly shortUsd: readonly number[];
  readonly totalLongUsd: number;
  readonly totalShortUsd: number;
}

/**
 * `heatmap --bars F [--prints F] [--minutes F] --from ISO --until ISO --column 1h [--map M] [--png F]`: the map's past, a
 * JSON line a column; with `--png` the picture of them is written too. A column knows the bars that had closed by its time
 * and the forced orders in them, nothing later.
 * @throws InputError for wrong options or files
 */
export function runHeatmap(argv: readonly string[]): string {
  const options = parseOptions(argv, {
    bars: 'required',
    prints: 'optional',
    minutes: 'optional',
    from: 'required',
    until: 'required',
    column: 'required',
    map: 'optional',
    png: 'optional',
    outstanding: 'flag',
    json: 'flag',
  });
  const map = MAP_KINDS.find((kind) => kind === (options.map ?? 'exposure'));
  if (map === undefined) throw new InputError(`--map ${options.map}: expected ${MAP_KINDS.join(' or ')}`);
  const bars = readBars(options.bars);
  const columnS = parseDuration(options.column, 'column');
  const columns: Column[] = [];
  forecastSeries(
    {
      bars,
      minutes: options.minutes === null ? null : readMinutes(options.minutes),
      orders: options.prints === null ? [] : readMarketOrders(options.prints, bars).orders,
      windows: null,
      positions: [],
    },
    {
      fromS: parseIsoTime(options.from, 'from'),
      untilS: parseIsoTime(options.until, 'until'),
      everyS: columnS,
    },
    (t, _maps, { forecast, state: { inventory } }) => {
      const known = map === 'forced' ? expectedForcedMap(forecast) : forecast.map;
      const { price, logStep, firstBin } = known;
      const [long, short] =
        map === 'forced'
          ? [known.longForcedBase, known.shortForcedBase]
          : [known.longExposureBase, known.shortExposureBase];
      const usd = (base: Float64Array): number[] =>
        Array.from(base, (coins, bin) => Math.round(coins * binMidPrice(firstBin + bin, logStep)));
      columns.push({
        t,
        map,
        venue: 'all',
        price,
        logStep,
        firstBin,
        longUsd: usd(long),
        shortUsd: usd(short),
        totalLongUsd: totalMass(inventory.long) * price,
        totalShortUsd: totalMass(inventory.short) * price,
      });
    },
  );
  if (columns.length === 0)
    throw new InputError(`${options.bars}: no bar had closed by --until ${options.until}`);
  if (options.png !== null) {
    const picture = heatPicture({ ...heatOf(columns), columnS, bars, isOutstanding: options.outstanding });
    write(options.png, picture);
  }
  return columns.map((column) => JSON.stringify(column)).join('\n');
}

function write(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    throw new InputError(`${file}: cannot be written`, { cause: error });
  }
}

/** `columns` on one lattice that holds all of them. */
function heatOf(columns: readonly Column[]) {
  const firstBin = Math.min(...columns.map((column) => column.firstBin));
  const end = Math.max(...columns.map((column) => column.firstBin + column.longUsd.length));
  const bins = end - firstBin;
  const cells = new Uint8Array(columns.length * bins);
  columns.forEach((column, index) => {
    column.longUsd.forEach((usd, bin) => {
      cells[index * bins + column.firstBin - firstBin + bin] = cellOfUsd(usd + (column.shortUsd[bin] ?? 0));
    });
  });
  const [first] = columns;
  const logStep = first?.logStep ?? 1;
  const priceBin = Float64Array.from(columns, ({ price }) => Math.log(price) / logStep - firstBin);
  return {
    heat: { columns: columns.length, bins, cells, priceBin },
    logStep,
    firstBin,
    fromS: first?.t ?? 0,
  };
}

const HELP: CommandHelp = {
  usage: 'heatmap --bars F --from ISO --until ISO --column 1h [--prints F] [--minutes F] [--map M] [--png F]',
  about: "The map's past as JSON lines, a column each, and with --png as a picture; --json changes nothing.",
  options: {
    bars: 'bars of the market with their open interest',
    from: 'first column, such as 2026-02-04T00:00:00Z',
    until: 'last column, included',
    column: 'from one column to the next, such as 15m or 1h',
    prints: 'forced orders',
    minutes: 'minute bars',
    map: 'exposure (all of it, if nobody acts) or forced (what is expected to be force-closed)',
    png: 'file to write the picture to',
    outstanding: 'the picture shows what stands out at its distance, not dollars',
  },
  example:
    '--bars bars.csv.gz --from 2026-02-04T00:00:00Z --until 2026-02-07T00:00:00Z --column 15m --png map.png',
};

if (import.meta.main) await runCommand(runHeatmap, HELP);
