import type { Page } from '@playwright/test';

/** Everything that a page complains of from now on. */
export function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}

/** Addresses of trading pages. */
export const PAGES = {
  binance: (symbol = 'BTCUSDT') => `https://www.binance.com/en/futures/${symbol}`,
  bybit: (symbol = 'BTCUSDT') => `https://www.bybit.com/trade/usdt/${symbol}`,
  okx: (symbol = 'btc-usdt-swap') => `https://www.okx.com/trade-swap/${symbol}`,
  hyperliquid: (coin = 'BTC') => `https://app.hyperliquid.xyz/trade/${coin}`,
};
