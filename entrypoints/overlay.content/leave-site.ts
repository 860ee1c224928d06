import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';

import { isOfPatterns } from '../../core/sites/registry.ts';
import type { PageMessage } from '../../core/service/page-messages.ts';
import { isExtensionAlive } from '../../core/io/extension-alive.ts';

/** Takes everything of ours from the page once the user no longer allows it. */
export function leaveWhenRemoved(ctx: ContentScriptContext): void {
  const leave = (message: PageMessage): void => {
    if (message.kind === 'leave-pages' && isOfPatterns(new URL(location.href), message.patterns)) ctx.abort();
  };
  browser.runtime.onMessage.addListener(leave);
  ctx.onInvalidated(() => {
    if (isExtensionAlive()) browser.runtime.onMessage.removeListener(leave);
  });
}
