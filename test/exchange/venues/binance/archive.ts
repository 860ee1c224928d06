import { venueBars } from '../../market/venue-series.ts';
import { longShortRatioOf } from '../series-page.ts';
import { type ApiRequest, type ApiResponse, decimal, ok, type VenueApi } from '../venue-api.ts';
import { zipOf } from '../zip.ts';
import { binanceListings } from './listing.ts';

const HEADER =
  'create_time,symbol,sum_open_interest,sum_open_interest_value,count_toptrader_long_short_ratio,sum_toptrader_long_short_ratio,count_long_short_ratio,sum_taker_long_short_vol_ratio';
const DAY_S = 86_400;
const HOUR_S = 3600;
const STEP_S = 300;
const NAME = /\/metrics\/([^/]+)\/([^/]+)-metrics-(\d{4}-\d\d-\d\d)\.zip$/;

const noSuchKey: ApiResponse = {
  status: 404,
  body: '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>',
};

/** A day of statistics in a zip file, from the day after on. */
function dailyMetrics(request: ApiRequest): ApiResponse {
  const { market, path, nowMs } = request;
  const [, symbol = '', named, date = ''] = NAME.exec(decodeURIComponent(path)) ?? [];
  const listing = binanceListings(request).find((candidate) => candidate.symbol === symbol);
  const dayS = Date.parse(`${date}T00:00:00Z`) / 1000;
  if (listing === undefined || named !== symbol || dayS + DAY_S > nowMs / 1000) return noSuchKey;
  const hours = venueBars(market, 'binance', listing.base, HOUR_S, dayS, dayS + DAY_S - 1);
  const rows = hours.flatMap((bar) =>
    Array.from({ length: HOUR_S / STEP_S }, (_, step) => {
      const time = new Date((bar.openTimeS + step * STEP_S) * 1000).toISOString().slice(0, 19);
      return [
        time.replace('T', ' '),
        symbol,
        decimal(bar.openInterestBase / listing.multiplier),
        decimal(bar.openInterestBase * bar.close),
        decimal(longShortRatioOf(bar) * 0.92),
        '1.04000000',
        decimal(longShortRatioOf(bar)),
        decimal(bar.takerBuyBase / (bar.volumeBase - bar.takerBuyBase)),
      ].join(',');
    }),
  );
  if (rows.length === 0) return noSuchKey;
  return ok(zipOf(`${symbol}-metrics-${date}.csv`, [HEADER, ...rows, ''].join('\n')));
}

/** Binance's public files of the past. */
export const binanceArchive: VenueApi = {
  venue: null,
  hosts: ['data.binance.vision'],
  routes: { '/data/futures/um/daily/metrics/*': dailyMetrics },
  notFound: () => noSuchKey,
  badRequest: () => noSuchKey,
  headers: () => ({ 'content-type': 'application/zip' }),
};
