/**
 * `npm start`: builds the extension, starts the simulated exchange and opens a real browser on a trading page.
 * Without a display it runs headless, prints the clusters, writes a screenshot and ends. `-- --live` opens the
 * real exchange instead.
 */
import { showMainJob } from './main-job.ts';

const live = process.argv.includes('--live');
await showMainJob({ market: 'BTCUSDT', live, exchange: live ? null : {} });
