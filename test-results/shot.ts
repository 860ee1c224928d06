import { startExchange } from '../test/exchange/start-exchange.ts';
import { launchBrowser, backgroundWorker } from '../test/support/launch.ts';
const [
  ,
  ,
  out = 'shot',
  url = 'https://www.binance.com/en/futures/BTCUSDT',
  scheme = 'dark',
  w = '1440',
  h = '900',
  dpr = '1',
  wait = '6000',
] = process.argv;
const exchange = await startExchange({});
const context = await launchBrowser({
  exchangePort: exchange.port,
  headless: true,
  viewport: { width: +w, height: +h },
  ...(+dpr !== 1 ? { screenScale: +dpr } : {}),
});
const page = context.pages()[0]!;
await page.emulateMedia({ colorScheme: scheme as 'dark' });
page.on('pageerror', (e) => console.log('pageerror', String(e).slice(0, 200)));
await page.goto(url);
const worker = await backgroundWorker(context);
const t0 = Date.now();
for (;;) {
  const done = await worker
    .evaluate(`chrome.storage.local.get('report:BTCUSDT').then(r=>r['report:BTCUSDT']?.warmUp?.done===true)`)
    .catch(() => false);
  if (done || Date.now() - t0 > 150000) {
    console.log('warm', done, Date.now() - t0);
    break;
  }
  await new Promise((r) => setTimeout(r, 500));
}
await new Promise((r) => setTimeout(r, +wait));
await page.screenshot({ path: `/tmp/${out}.png` });
await context.close();
await exchange.close();
process.exit(0);
