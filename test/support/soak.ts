/** `npm run soak`: ten real minutes on a chart, within the budgets that `npm test` holds for half of one. */
import { spawnSync } from 'node:child_process';

import { optionsOrExit } from '../../core/headless/args.ts';
import { ensureChromium } from './browser.ts';

const MINUTES = 10;

const { json } = optionsOrExit(
  { json: 'flag' },
  {
    usage: 'soak',
    about: `${MINUTES} real minutes on a chart, within the budgets that npm test holds for half of one.`,
    options: {},
    example: '--json',
  },
);

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      PLIMSOLL_CHROMIUM: ensureChromium(),
      PLIMSOLL_SOAK_MINUTES: String(MINUTES),
    },
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

run('wxt', ['build']);
run('playwright', ['test', 'chart-soak', '--retries', '0', '--reporter', json ? 'json' : 'list']);
