/**
 * `npm run soak`: ten real minutes on a chart, within the budgets that `npm test` holds for a few rounds, and a worker that the
 * browser ends 500 times, where `npm test` has it ended three times.
 */
import { optionsOrExit } from '../../core/headless/args.ts';

const MINUTES = 10;
const KILLS = 500;

const { json } = optionsOrExit(
  { json: 'flag' },
  {
    usage: 'soak',
    about: `${MINUTES} real minutes on a chart, within the budgets that npm test holds for a few rounds, and ${KILLS} deaths of the worker.`,
    options: {},
    example: '--json',
  },
);

// Who asks for help or mistypes an option waits for no browser to be loaded.
const { runInBrowser } = await import('./run-in-browser.ts');
runInBrowser(['chart-soak', 'worker-death', '--project=inject', '--project=journeys'], {
  json,
  env: { PLIMSOLL_SOAK_MINUTES: String(MINUTES), PLIMSOLL_SOAK_KILLS: String(KILLS) },
});
