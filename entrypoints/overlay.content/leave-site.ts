import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';

import type { PageMessage } from '../../core/watch/messages.ts';
import { isExtensionAlive } from './messages.ts';

/** Takes everything of ours from the page once the user no longer allows its site. */
export function leaveWhenRemoved(ctx: ContentScriptContext, site: string): void {
  const leave = (message: PageMessage): void => {
    if (message.kind === 'leave-sites' && message.sites.includes(site)) ctx.abort();
  };
  browser.runtime.onMessage.addListener(leave);
  ctx.onInvalidated(() => {
    if (isExtensionAlive()) browser.runtime.onMessage.removeListener(leave);
  });
}
