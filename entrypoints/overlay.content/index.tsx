import '../../components/overlay/panel.css';

import { defineContentScript } from 'wxt/utils/define-content-script';

import { SITE_MATCHES } from '../../core/sites/registry.ts';
import { startOverlay } from './start-overlay.ts';

export default defineContentScript({
  matches: [...SITE_MATCHES],
  cssInjectionMode: 'ui',
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: (ctx) => startOverlay(ctx),
});
