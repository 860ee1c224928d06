import { spawnSync } from 'node:child_process';

import { ensureChromium } from './browser.ts';

interface RunOptions {
  /** Playwright's own report as JSON, else a list. */
  readonly json: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Builds the extension and runs browser tests by hand; ends the program where one fails. */
export function runInBrowser(args: readonly string[], { json, env = {} }: RunOptions): void {
  const run = (command: string, parts: readonly string[], stdout: 'inherit' | 2): void => {
    const { status } = spawnSync(command, parts, {
      stdio: ['ignore', stdout, 'inherit'],
      env: { ...process.env, PLIMSOLL_CHROMIUM: ensureChromium(), ...env },
      shell: process.platform === 'win32',
    });
    if (status !== 0) process.exit(status ?? 1);
  };
  run('wxt', ['build'], 2);
  run('playwright', ['test', ...args, '--reporter', json ? 'json' : 'list'], 'inherit');
}
