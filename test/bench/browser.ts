/** `npm run bench:browser`: what the extension costs on a page and how fast views answer, in ms, against budgets. */
import { optionsOrExit } from '../../core/headless/args.ts';
import { runInBrowser } from '../support/run-in-browser.ts';

const { json } = optionsOrExit(
  { json: 'flag' },
  {
    usage: 'bench:browser',
    about: 'What the extension costs on a page and how fast its views answer, in ms against their budgets.',
    options: {},
    example: '--json',
  },
);

runInBrowser(['--project=bench', '--workers=1'], { json });
