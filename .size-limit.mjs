import { readFileSync } from 'node:fs';

const BUILD = '.output/chrome-mv3';

/** Everything that a page of the extension loads: its parts are cut anew with each change of what pages share. */
const scriptsOf = (page) =>
  [...new Set(readFileSync(`${BUILD}/${page}`, 'utf8').match(/chunks\/[\w.-]+\.js/g))].map(
    (path) => `${BUILD}/${path}`,
  );

const limits = [
  { name: 'content script', path: `${BUILD}/content-scripts/overlay.js`, limit: '50 kB' },
  { name: 'chart probe', path: `${BUILD}/content-scripts/chart-probe.js`, limit: '3.6 kB' },
  { name: 'panel', path: `${BUILD}/panel-body.js`, limit: '40 kB' },
  { name: 'position table', path: `${BUILD}/position-table.js`, limit: '8 kB' },
  { name: 'background', path: `${BUILD}/background.js`, limit: '70 kB' },
  { name: 'popup, all it loads', path: scriptsOf('popup.html'), limit: '88 kB' },
  { name: 'side panel, all it loads', path: scriptsOf('sidepanel.html'), limit: '127 kB' },
  { name: 'welcome, all it loads', path: scriptsOf('welcome.html'), limit: '84 kB' },
];

export default limits.map((limit) => ({ ...limit, brotli: true }));
