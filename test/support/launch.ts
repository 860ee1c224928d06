import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium, type BrowserContext, type Page, type Worker } from '@playwright/test';

import { ensureChromium } from './browser.ts';
import { seeClosedRoots } from './closed-roots.ts';

/** The production build of the extension for Chromium. */
export const EXTENSION_DIR = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

/** What Playwright switches off, as its list is replaced by this one, and pages of the address bar that cost half a start. */
const UNNEEDED_FEATURES = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

export interface LaunchOptions {
  /** Port of the simulated exchange that every host name is mapped to; null reaches the real hosts. */
  readonly exchangePort: number | null;
  readonly headless: boolean;
  /** Device pixels per CSS pixel. */
  readonly deviceScaleFactor?: number;
  /** As above, of the whole browser: canvases get whole device pixels, which they do not where it is emulated. */
  readonly screenScale?: number;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Folder of a browser profile to begin with a copy of; an empty one by default. */
  readonly profileFrom?: string;
  /** Folder in which the profile stays when the browser closes; by default it goes. */
  readonly profileIn?: string;
  /** Folder of the extension to load; the production build by default. */
  readonly extensionDir?: string;
  /** The page that welcomes a newcomer stays open; by default it is closed before anything else is done. */
  readonly isWelcome?: boolean;
  /** False starts the same browser without the extension, for comparison. */
  readonly withExtension?: boolean;
}

export type ArgumentOptions = Pick<LaunchOptions, 'exchangePort' | 'headless' | 'screenScale' | 'viewport'>;

const VIEWPORT = { width: 1440, height: 900 };

/** Arguments of a browser that makes no requests of its own and finds every host at the simulated exchange. */
export function browserArguments({
  exchangePort,
  headless,
  screenScale,
  viewport = VIEWPORT,
}: ArgumentOptions): string[] {
  const args = [
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--disable-features=${UNNEEDED_FEATURES.join(',')}`,
  ];
  if (screenScale !== undefined)
    args.push(
      `--force-device-scale-factor=${screenScale}`,
      `--window-size=${viewport.width},${viewport.height}`,
    );
  if (headless) args.push('--headless=new', '--disable-gpu');
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  if (exchangePort !== null)
    args.push(
      `--host-resolver-rules=MAP * 127.0.0.1:${exchangePort}`,
      '--ignore-certificate-errors',
      '--disable-quic',
    );
  return args;
}

/** A browser with a profile of its own and the extension loaded. */
export async function launchBrowser(options: LaunchOptions): Promise<BrowserContext> {
  const { deviceScaleFactor = 1, viewport = VIEWPORT, extensionDir = EXTENSION_DIR } = options;
  const args = browserArguments(options);
  if (options.withExtension !== false)
    args.push(`--disable-extensions-except=${extensionDir}`, `--load-extension=${extensionDir}`);
  const isKnown =
    options.profileFrom !== undefined || (options.profileIn !== undefined && existsSync(options.profileIn));
  const profile = options.profileIn ?? mkdtempSync(join(tmpdir(), 'plimsoll-'));
  if (options.profileFrom !== undefined) cpSync(options.profileFrom, profile, { recursive: true });
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    // Playwright's own headless switch selects the old headless shell, which knows no extensions.
    headless: false,
    args,
    ...(options.screenScale === undefined ? { viewport, deviceScaleFactor } : { viewport: null }),
    ignoreDefaultArgs: ['--disable-extensions'],
  });
  seeClosedRoots(context);
  if (options.withExtension !== false && !isKnown && options.isWelcome !== true)
    await (await welcomePage(context)).close();
  if (options.profileIn === undefined)
    context.on('close', () => rmSync(profile, { recursive: true, force: true, maxRetries: 3 }));
  return context;
}

/** The page that opens after an install, and never again in the same profile. */
export async function welcomePage(context: BrowserContext): Promise<Page> {
  const isWelcome = (page: Page): boolean => page.url().endsWith('/welcome.html');
  return (
    context.pages().find(isWelcome) ??
    context.waitForEvent('page', {
      predicate: async (page) => {
        await page.waitForLoadState('domcontentloaded');
        return isWelcome(page);
      },
    })
  );
}

/** The extension's background worker. */
export async function backgroundWorker(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
}

/** The extension's id, the host of its pages. */
export async function extensionId(context: BrowserContext): Promise<string> {
  return new URL((await backgroundWorker(context)).url()).host;
}
