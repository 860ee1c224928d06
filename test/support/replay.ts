/**
 * `npm run replay -- --bars F [--market BTCUSDT] [--at ISO]`: the demonstration of `npm start`, with a recorded market behind the
 * venues' endpoints. The recording's last bar, or the last one before `--at`, is made to end now.
 */
import { barsUntil } from '../../core/engine/index.ts';
import { InputError, parseIsoTime, parseOptions } from '../../core/headless/args.ts';
import { readBars } from '../../core/headless/csv-formats.ts';
import { assetOfMarket } from '../../core/market/asset.ts';
import { recordedScenario } from '../exchange/scenarios/recorded.ts';
import { showMainJob } from './main-job.ts';

const OPTIONS = { bars: 'required', market: 'optional', at: 'optional' } as const;

try {
  const options = parseOptions(process.argv.slice(2), OPTIONS);
  const all = readBars(options.bars);
  const bars = options.at === null ? all : barsUntil(all, parseIsoTime(options.at, 'at'));
  const market = options.market ?? 'BTCUSDT';
  const scenario = recordedScenario(assetOfMarket(market).base, bars);
  await showMainJob({ market, live: false, exchange: { scenario } });
} catch (error) {
  if (!(error instanceof InputError || error instanceof RangeError)) throw error;
  console.error(error.message);
  process.exit(2);
}
