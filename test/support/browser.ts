import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { chromium } from '@playwright/test';

const USUAL_PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-for-testing',
    '/snap/bin/chromium',
  ],
  darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
  win32: [join(process.env['LOCALAPPDATA'] ?? '', 'Chromium', 'Application', 'chrome.exe')],
};

/**
 * Path of a Chromium that can load an unpacked extension: the one named by `PLIMSOLL_CHROMIUM`, else one in the
 * usual places or Playwright's own, else one that is installed now (apt as root, else Playwright's download).
 * Google's branded Chrome is not looked for: it no longer loads extensions from the command line.
 *
 * @throws Error with a sentence for the reader when no browser can be had.
 */
export function ensureChromium(): string {
  const named = process.env['PLIMSOLL_CHROMIUM'];
  if (named !== undefined) {
    if (existsSync(named)) return named;
    throw new Error(`PLIMSOLL_CHROMIUM names ${named}, which does not exist.`);
  }
  return findChromium() ?? installChromiumWithApt() ?? installWithPlaywright() ?? fail();
}

function findChromium(): string | null {
  const places = [...(USUAL_PLACES[process.platform] ?? []), chromium.executablePath()];
  return places.find((place) => place !== '' && existsSync(place)) ?? null;
}

function installChromiumWithApt(): string | null {
  installWithApt('Chromium', ['chromium', 'fonts-dejavu-core']);
  return findChromium();
}

/** Installs Debian packages where that is possible: as root, with apt. */
export function installWithApt(browserName: string, packages: readonly string[]): void {
  const isRoot = process.getuid?.() === 0;
  if (process.platform !== 'linux' || !isRoot || !existsSync('/usr/bin/apt-get')) return;
  console.error(`No ${browserName} found; installing it with apt-get ...`);
  const options = {
    stdio: ['ignore', 'ignore', 2] as ['ignore', 'ignore', number],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-q'], options);
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], options);
}

function installWithPlaywright(): string | null {
  console.error('No Chromium found; installing one with Playwright ...');
  try {
    execFileSync('npx', ['playwright', 'install', 'chromium'], {
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
  } catch {
    return null;
  }
  return findChromium();
}

function fail(): never {
  throw new Error(
    'No Chromium was found and none could be installed. Install Chromium, or name one in the environment variable PLIMSOLL_CHROMIUM.',
  );
}
