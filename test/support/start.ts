import { note, optionsOrExit } from '../../core/headless/args.ts';
import { squeeze } from '../exchange/scenarios/squeeze.ts';

/**
 * `npm start`: builds the extension, starts the simulated exchange and opens a real browser on a trading page.
 * Without a display it runs headless, prints the clusters, writes a screenshot and ends.
 */
const { live, json, scenario } = optionsOrExit(
  { live: 'flag', json: 'flag', scenario: 'optional' },
  {
    usage: 'start [--live] [--scenario squeeze]',
    about: 'Builds the extension and opens a real browser with it on a trading page of a simulated exchange.',
    options: {
      live: 'the real exchange and its real endpoints instead',
      scenario:
        'what happens there once the map is loaded: squeeze breaks the shorts above the price in a minute',
    },
    example: '--scenario squeeze',
  },
);
if (scenario !== null && scenario !== 'squeeze') {
  note(`--scenario: expected squeeze, got ${scenario}`);
  process.exit(2);
}
if (scenario !== null && live) {
  note('--scenario: a real exchange has none; leave out --live');
  process.exit(2);
}
// Who asks for help or mistypes an option waits for no browser to be loaded.
const { showMainJob } = await import('./main-job.ts');
await showMainJob({
  market: 'BTCUSDT',
  live,
  json,
  exchange: live ? null : {},
  ...(scenario === null ? {} : { act: squeeze }),
});
