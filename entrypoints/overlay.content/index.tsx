import '../../components/overlay/panel.css';

import { defineContentScript } from 'wxt/utils/define-content-script';

import { removeOldHosts } from '../../components/page/own-host.ts';
import { isExtensionAlive } from '../../core/io/extension-alive.ts';
import { SITE_MATCHES } from '../../core/sites/registry.ts';
import { isOnlyOne } from './only-one.ts';
import { startOverlay } from './start-overlay.ts';

export default defineContentScript({
  matches: [...SITE_MATCHES],
  cssInjectionMode: 'ui',
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  async main(ctx) {
    if (!isOnlyOne(ctx)) return;
    removeOldHosts();
    try {
      await startOverlay(ctx);
    } catch (error) {
      // What is asked of an extension that is being replaced fails; the next page has the new one.
      if (isExtensionAlive()) throw error;
    }
  },
});
