/**
 * `npm run replay -- --bars F [--market BTCUSDT] [--at ISO]`: the demonstration of `npm start`, with a recorded market behind the
 * venues' endpoints. The recording's last bar, or the last one before `--at`, is made to end now.
 */
import { barsUntil } from '../../core/engine/index.ts';
import { type CommandHelp, InputError, note, optionsOrExit, parseIsoTime } from '../../core/headless/args.ts';
import { readBars } from '../../core/headless/csv-formats.ts';
import { assetOfMarket } from '../../core/market/asset.ts';
import { recordedScenario } from '../exchange/scenarios/recorded.ts';

const HELP: CommandHelp = {
  usage: 'replay --bars F [--market BTCUSDT] [--at ISO]',
  about: "The demonstration of npm start with a recorded market behind the venues' endpoints.",
  options: {
    bars: 'bars of the market with their open interest',
    market: 'its name; BTCUSDT without it',
    at: 'the time that is made to be now; the end of the recording without it',
  },
  example: '--bars bars.csv.gz --at 2026-01-12T00:00:00Z',
};

const options = optionsOrExit({ bars: 'required', market: 'optional', at: 'optional', json: 'flag' }, HELP);
try {
  const all = readBars(options.bars);
  const bars = options.at === null ? all : barsUntil(all, parseIsoTime(options.at, 'at'));
  const market = options.market ?? 'BTCUSDT';
  const scenario = recordedScenario(assetOfMarket(market).base, bars);
  // Who asks for help or mistypes an option waits for no browser to be loaded.
  const { showMainJob } = await import('./main-job.ts');
  await showMainJob({ market, live: false, json: options.json, exchange: { scenario } });
} catch (error) {
  if (!(error instanceof InputError || error instanceof RangeError)) throw error;
  note(error.message);
  process.exit(2);
}
