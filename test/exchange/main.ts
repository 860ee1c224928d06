import { startExchange } from './start-exchange.ts';

const aheadMs = Number(process.env['CLOCK_AHEAD_S'] ?? 0) * 1000;
const exchange = await startExchange({
  port: Number(process.env['PORT'] ?? 0),
  clock: () => Date.now() + aheadMs,
});
console.log(`The simulated exchange listens on port ${exchange.port}. Open Chromium with`);
console.log(`  --host-resolver-rules="MAP * 127.0.0.1:${exchange.port}" --ignore-certificate-errors`);
console.log('and go to https://www.binance.com/en/futures/BTCUSDT. Ctrl+C ends it.');
