import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ensureChromium } from '../../support/browser.ts';
import { browserArguments, EXTENSION_DIR } from '../../support/launch.ts';

/** A browser that nobody looks into: no developer tools, which would keep the worker from ending as it does for a user. */
export interface FreeBrowser {
  /** CPU of the extension's processes since the start, s; those that have ended are counted. */
  readonly extensionCpuS: () => number;
  readonly close: () => Promise<void>;
}

interface FreeOptions {
  readonly exchangePort: number;
  /** Folder of the profile to begin with a copy of. */
  readonly profileFrom: string;
  readonly url: string;
}

/** Ticks of the clock that Linux counts CPU in, a second. */
const TICKS_PER_S = 100;
const LOOK_MS = 500;

/** Opens `url` in a browser of its own. Linux only: what a process takes is read from `/proc`. */
export function openFreely({ exchangePort, profileFrom, url }: FreeOptions): FreeBrowser {
  const profile = mkdtempSync(join(tmpdir(), 'plimsoll-'));
  cpSync(profileFrom, profile, { recursive: true });
  const browser = spawn(
    ensureChromium(),
    [
      ...browserArguments({ exchangePort, headless: true }),
      `--user-data-dir=${profile}`,
      `--disable-extensions-except=${EXTENSION_DIR}`,
      `--load-extension=${EXTENSION_DIR}`,
      '--window-size=1440,900',
      url,
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise<void>((resolve) => void browser.once('exit', () => resolve()));
  const ticksBy = new Map<number, number>();
  const look = (): void => {
    for (const { pid, ticks } of extensionProcesses(browser.pid ?? -1)) ticksBy.set(pid, ticks);
  };
  const timer = setInterval(look, LOOK_MS);
  return {
    extensionCpuS: () => {
      look();
      return [...ticksBy.values()].reduce((sum, ticks) => sum + ticks, 0) / TICKS_PER_S;
    },
    close: async () => {
      clearInterval(timer);
      browser.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
}

function extensionProcesses(browserPid: number): readonly Process[] {
  const all = new Map(readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? processOf(name) : [])));
  const isOurs = (pid: number): boolean =>
    pid === browserPid || (all.has(pid) && isOurs(all.get(pid)!.parent));
  return [...all.values()].filter(({ pid }) => isOurs(pid) && isOfExtensions(pid));
}

function processOf(name: string): readonly [number, Process][] {
  try {
    // The name in parentheses may hold spaces.
    const [, rest = ''] = readFileSync(`/proc/${name}/stat`, 'utf8').split(/\) (?=[A-Z] )/);
    const fields = rest.split(' ');
    const pid = Number(name);
    return [[pid, { pid, parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }]];
  } catch {
    return [];
  }
}

function isOfExtensions(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--extension-process');
  } catch {
    return false;
  }
}
