import type { BrowserContext, Page } from '@playwright/test';

import { extensionId } from '../support/launch.ts';

/** The popup in a tab of its own; Playwright does not see the bubble under the icon. */
export async function openPopup(context: BrowserContext): Promise<Page> {
  const popup = await context.newPage();
  await popup.setViewportSize({ width: 400, height: 600 });
  await popup.goto(`chrome-extension://${await extensionId(context)}/popup.html`);
  await popup.getByRole('heading', { name: 'Position risk' }).waitFor();
  return popup;
}

export interface TypedPosition {
  readonly coin?: string;
  readonly venue?: string;
  readonly side?: 'Long' | 'Short';
  readonly entry: string;
  readonly size: string;
  readonly leverage?: string;
  readonly added?: string;
  readonly stop?: string;
}

/** Types a position into the form and saves it. */
export async function savePosition(popup: Page, position: TypedPosition): Promise<void> {
  const {
    coin = 'BTC',
    venue = 'Binance',
    side = 'Long',
    entry,
    size,
    leverage = '10',
    added,
    stop,
  } = position;
  await popup.getByLabel('Coin', { exact: true }).fill(coin);
  await popup.getByLabel('Venue', { exact: true }).selectOption({ label: venue });
  await popup.getByRole('button', { name: side, exact: true }).click();
  await popup.getByLabel('Entry price').fill(entry);
  await popup.getByLabel('Size', { exact: true }).first().fill(size);
  await popup.getByLabel('Leverage', { exact: true }).first().fill(leverage);
  if (added !== undefined) await popup.getByLabel('Added margin').fill(added);
  if (stop !== undefined) await popup.getByLabel('Stop', { exact: true }).first().fill(stop);
  await popup.getByRole('button', { name: /^Save/ }).click();
  await popup.getByText('Saved on this device.').waitFor();
}
