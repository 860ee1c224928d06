/** `npm run soak`: ten real minutes on a chart, within the budgets that `npm test` holds for a few rounds. */
import { optionsOrExit } from '../../core/headless/args.ts';
import { runInBrowser } from './run-in-browser.ts';

const MINUTES = 10;

const { json } = optionsOrExit(
  { json: 'flag' },
  {
    usage: 'soak',
    about: `${MINUTES} real minutes on a chart, within the budgets that npm test holds for a few rounds.`,
    options: {},
    example: '--json',
  },
);

runInBrowser(['chart-soak', '--project=inject'], { json, env: { PLIMSOLL_SOAK_MINUTES: String(MINUTES) } });
