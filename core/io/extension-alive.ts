import { browser } from 'wxt/browser';

/** False once the extension was updated, reloaded or removed under a page: its script stays there, and what it asks the browser for throws. */
export function isExtensionAlive(): boolean {
  // The browser takes the id away.
  return typeof (browser.runtime as { id?: string } | undefined)?.id === 'string';
}
