import type { Exchange } from '../../e2e/fixtures.ts';
import { PAGES } from '../../support/pages.ts';
import { openFreely } from './extension-process.ts';
import { seconds } from './tell.ts';

/** Ten polls by the alarm and one bar that closes: a twelfth of an hour, but for what is done once an hour. */
const WATCHED_S = 300;
/** Until the first bar has closed, with which venues that tell no history of open interest begin. */
const SETTLE_S = 330;

/** CPU that the extension's process takes in an hour with a page of BTCUSDT open, s, by a twelfth of it. */
export async function cpuAnHourS(exchange: Exchange, profileFrom: string): Promise<number> {
  const browser = openFreely({ exchangePort: exchange.port, profileFrom, url: PAGES.binance() });
  try {
    await seconds(SETTLE_S);
    const [beforeS, requestsBefore] = [browser.extensionCpuS(), exchange.requests.all.length];
    await seconds(WATCHED_S);
    const cpuS = browser.extensionCpuS() - beforeS;
    const requests = exchange.requests.all.length - requestsBefore;
    console.log(
      `${cpuS} s of CPU in ${WATCHED_S} s and ${requests} requests, after ${beforeS} s to begin with`,
    );
    return cpuS * (3600 / WATCHED_S);
  } finally {
    await browser.close();
  }
}
