import { defineContentScript } from 'wxt/utils/define-content-script';

import { startProbe } from '../../components/page/probe/start-probe.ts';

export default defineContentScript({
  // The sites', from `wxt.config.ts`.
  matches: [],
  world: 'MAIN',
  // Before the page's own scripts, which could replace what the probe relies on.
  runAt: 'document_start',
  main: startProbe,
});
