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

/** Debian's Chromium without windows and extensions, in which a page costs a quarter less. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';

const namedChromium = (): string | undefined => process.env['PLIMSOLL_CHROMIUM'];

/**
 * Path of a Chromium that can load an unpacked extension: the one named by `PLIMSOLL_CHROMIUM`, else one in the
 * usual places or Playwright's own, else one that is installed now (apt as root, else Playwright's download).
 * Google's branded Chrome is not looked for: it no longer loads extensions from the command line.
 *
 * @throws Error with a sentence for the reader when no browser can be had.
 */
export function ensureChromium(): string {
  const named = namedChromium();
  if (named !== undefined) {
    if (existsSync(named)) return named;
    throw new Error(`PLIMSOLL_CHROMIUM names ${named}, which does not exist.`);
  }
  return findChromium() ?? installChromiumWithApt() ?? installWithPlaywright() ?? fail();
}

/** Path of a browser for pages without the extension: a headless shell where there is one and no Chromium is named, else as {@link ensureChromium}. */
export const ensurePageBrowser = (): string =>
  namedChromium() === undefined && existsSync(HEADLESS_SHELL) ? HEADLESS_SHELL : ensureChromium();

/** Debian's packages of {@link ensureChromium} and {@link ensurePageBrowser} that are not there. */
export function missingPackages(): readonly string[] {
  if (namedChromium() !== undefined) return [];
  return [
    ...(findChromium() === null ? ['chromium'] : []),
    ...(existsSync(HEADLESS_SHELL) ? [] : ['chromium-headless-shell']),
  ];
}

function findChromium(): string | null {
  const places = [...(USUAL_PLACES[process.platform] ?? []), chromium.executablePath()];
  return places.find((place) => place !== '' && existsSync(place)) ?? null;
}

function installChromiumWithApt(): string | null {
  installWithApt(['chromium']);
  return findChromium();
}

/** Installs Debian packages of browsers, and a font, where that is possible: as root, with apt. */
export function installWithApt(packages: readonly string[]): void {
  const isRoot = process.getuid?.() === 0;
  if (packages.length === 0 || process.platform !== 'linux' || !isRoot) return;
  if (!existsSync('/usr/bin/apt-get')) return;
  console.error(`Installing ${packages.join(', ')} with apt-get ...`);
  const apt = (...args: readonly string[]): boolean =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  const install = (names: readonly string[]): boolean =>
    apt('install', '-y', '-q', '--no-install-recommends', 'fonts-dejavu-core', ...names);
  apt('update', '-q');
  // None is installed where one of them is unknown, as in an older release.
  if (!install(packages)) for (const name of packages) install([name]);
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
