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

const sessions = new WeakMap<DrivenPage, Promise<CDPSession>>();

/** A picture of a part of the window in device pixels. Where the browser can be told to, it packs it in haste, in two thirds of the time. */
export async function takePicture(page: DrivenPage, clip: Clip): Promise<Picture> {
  if (page.context === undefined) return decodePng(await page.screenshot({ scale: 'device', clip }));
  let session = sessions.get(page);
  if (session === undefined) sessions.set(page, (session = page.context().newCDPSession(page as Page)));
  const { data } = await (
    await session
  ).send('Page.captureScreenshot', {
    format: 'png',
    clip: { ...clip, scale: 1 },
    optimizeForSpeed: true,
  });
  return decodePng(Buffer.from(data, 'base64'));
}
