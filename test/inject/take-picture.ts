import type { CDPSession, Page } from '@playwright/test';

import { decodePng, type Picture } from '../support/png.ts';
import type { DrivenPage } from './driven-page.ts';

/** A part of the window, CSS px. */
interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const sessions = new WeakMap<DrivenPage, Promise<CDPSession | null>>();

/** A picture of a part of the window in device pixels. The headless shell packs it in haste, in two thirds of the time. */
export async function takePicture(page: DrivenPage, clip: Clip): Promise<Picture> {
  let session = sessions.get(page);
  if (session === undefined) sessions.set(page, (session = shellSession(page)));
  const devtools = await session;
  if (devtools === null) return decodePng(await page.screenshot({ scale: 'device', clip }));
  const { data } = await devtools.send('Page.captureScreenshot', {
    format: 'png',
    clip: { ...clip, scale: 1 },
    optimizeForSpeed: true,
  });
  return decodePng(Buffer.from(data, 'base64'));
}

/** Null in another browser: there a picture of a session of ours takes away the size that Playwright has given the page. */
async function shellSession(page: DrivenPage): Promise<CDPSession | null> {
  const devtools = await page.context?.().newCDPSession(page as Page);
  const version = await devtools?.send('Browser.getVersion');
  return devtools !== undefined && version?.product.startsWith('HeadlessChrome') === true ? devtools : null;
}
