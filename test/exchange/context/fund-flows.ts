import { createRandom, mixSeed } from '../market/random.ts';
import { type ApiRequest, type ApiResponse, ok } from '../venues/venue-api.ts';
import { tradingDays } from './trading-days.ts';

/** Net flow of a day in dollars, the same for all who ask and for both sources. */
const flowUsd = (dayMs: number): number =>
  Math.round(3e8 * createRandom(mixSeed(7, dayMs / 86_400_000)).normal()) + 40_000_000;

/** CoinMarketCap's chart, daily for 90 days. */
export const coinMarketCapChart = ({ nowMs }: ApiRequest): ApiResponse =>
  ok({
    data: {
      points: tradingDays(nowMs, 62).map((dayMs) => ({
        value: flowUsd(dayMs),
        timestamp: String(dayMs),
        cryptoPrice: 90_000,
      })),
      aggregation: 'daily',
      total: 62,
    },
    status: { timestamp: new Date(nowMs).toISOString(), error_code: '0', error_message: 'SUCCESS' },
  });

/** Bitbo's page with its table in millions. */
export const bitboPage = ({ nowMs }: ApiRequest): ApiResponse => {
  const rows = tradingDays(nowMs, 15)
    .toReversed()
    .map((dayMs) => `<tr><td>${dayText(dayMs)}</td><td>${(flowUsd(dayMs) / 1e6).toFixed(1)}</td></tr>`);
  return {
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: `<!doctype html><html><body><table><thead><tr><th>Date</th><th>Totals</th></tr></thead><tbody>${rows.join('')}</tbody></table></body></html>`,
  };
};

const dayText = (dayMs: number): string =>
  new Date(dayMs).toLocaleDateString('en-US', {
    timeZone: 'UTC',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
  });
