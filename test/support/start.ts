import { optionsOrExit } from '../../core/headless/args.ts';
import { showMainJob } from './main-job.ts';

/**
 * `npm start`: builds the extension, starts the simulated exchange and opens a real browser on a trading page.
 * Without a display it runs headless, prints the clusters, writes a screenshot and ends.
 */
const { live, json } = optionsOrExit(
  { live: 'flag', json: 'flag' },
  {
    usage: 'start [--live]',
    about: 'Builds the extension and opens a real browser with it on a trading page of a simulated exchange.',
    options: { live: 'the real exchange and its real endpoints instead' },
    example: '--live',
  },
);
await showMainJob({ market: 'BTCUSDT', live, json, exchange: live ? null : {} });
