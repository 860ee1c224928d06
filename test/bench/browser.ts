/** `npm run bench:browser`: what the extension costs on a page and how fast views answer, in ms, against budgets. */
import { optionsOrExit } from '../../core/headless/args.ts';

const { json } = optionsOrExit(
  { json: 'flag' },
  {
    usage: 'bench:browser',
    about: 'What the extension costs on a page and how fast its views answer, in ms against their budgets.',
    options: {},
    example: '--json',
  },
);

// Who asks for help or mistypes an option waits for no browser to be loaded.
const { runInBrowser } = await import('../support/run-in-browser.ts');
runInBrowser(['--project=bench', '--workers=1'], { json });
