import * as v from 'valibot';
import type { Candle } from '../../market/bars.ts';
import { readAssetName } from '../../market/asset-name.ts';
import { classOfContract } from '../../market/builders.ts';
import type { Instrument } from '../../market/instrument.ts';
import type { Depth } from '../../market/observations.ts';
import type { ListedPart, TickerPart } from '../venue.ts';
import type { CandleInterval } from '../../market/time-range.ts';
import { readAnswer, wrongValue } from '../shared/answer.ts';
import { readCandles, type CandleContext } from '../shared/candles.ts';
import { toDepth, type QuotedLevel } from '../shared/depth.ts';
import { readListed } from '../shared/listed.ts';
import { expectSymbol } from '../shared/matching.ts';
import { readRows, rowsLike } from '../shared/rows.ts';
import { pastMs } from '../shared/times.ts';
import * as schema from './schema.ts';
import { HOUR_MS } from '../../market/time.ts';

/** Decimals of a price and of a size of a perpetual add up to six. */
const PRICE_AND_SIZE_DECIMALS = 6;

const named = v.looseObject({ name: v.string() });

/** Markets of the exchange itself or of one builder; a builder's may settle in a dollar that only a token's number names. */
export function parseMeta(json: unknown): readonly Instrument[] {
  const { universe, collateralToken } = readAnswer(schema.meta, json, 'meta');
  const assets = readRows(schema.asset, universe, 'meta.universe', (asset) => asset);
  return assets
    .filter((asset) => !asset.isDelisted)
    .map((asset) => {
      const named = readAssetName(asset.name, 'hyperliquid', classOfContract(asset.name));
      return {
        venue: 'hyperliquid',
        id: asset.name,
        ...named,
        quote: collateralToken === USDC_TOKEN ? 'USDC' : 'USD',
        contractSize: 1,
        tickSize: 10 ** (asset.szDecimals - PRICE_AND_SIZE_DECIMALS) / named.multiplier,
      };
    });
}

const USDC_TOKEN = 0;

/** Builders who list markets; the first place of the venue's list, null, is its own. */
export const parseBuilders = (json: unknown): readonly string[] =>
  rowsLike(named, json, 'perpDexs').map(({ name }) => name);

/** The venue names no turnover: the volume at the middle of the candle stands for it. */
export function parseCandles(
  json: unknown,
  context: CandleContext & { readonly interval: CandleInterval },
): readonly Candle[] {
  return readCandles(schema.candle, json, 'candleSnapshot', context, (row, path) => {
    expectSymbol(`${path}.s`, row.s, context.instrument);
    if (row.i !== context.interval) throw wrongValue(`${path}.i`, context.interval, row.i);
    return {
      openTimeS: row.t / 1000,
      open: row.o,
      high: row.h,
      low: row.l,
      close: row.c,
      volumeUnits: row.v,
      turnoverUsd: (row.v * (row.o + row.h + row.l + row.c)) / 4,
      takerBuyUnits: null,
    };
  });
}

/** Funding is hourly; the answer names no time of its own. */
export function parseContexts(json: unknown, nowMs: number, instrument: Instrument): TickerPart {
  const [meta, contexts] = readContexts(json);
  const index = meta.universe.findIndex((asset) => v.is(named, asset) && asset.name === instrument.id);
  if (index < 0) throw wrongValue('metaAndAssetCtxs.0.universe', `an asset ${instrument.id}`, meta.universe);
  const context = readAnswer(schema.assetContext, contexts[index], `metaAndAssetCtxs.1.${index}`);
  return {
    atMs: nowMs,
    markPrice: context.markPx / instrument.multiplier,
    indexPrice: context.oraclePx / instrument.multiplier,
    ...standingOf(context, instrument, nowMs),
  };
}

function readContexts(json: unknown): v.InferOutput<typeof schema.metaAndContexts> {
  const answer = readAnswer(schema.metaAndContexts, json, 'metaAndAssetCtxs');
  const [meta, contexts] = answer;
  if (meta.universe.length !== contexts.length)
    throw wrongValue('metaAndAssetCtxs.1', `${meta.universe.length} contexts`, contexts);
  return answer;
}

const standingOf = (
  context: v.InferOutput<typeof schema.assetContext>,
  { multiplier }: Instrument,
  nowMs: number,
) => ({
  openInterestBase: context.openInterest * multiplier,
  fundingRate: context.funding,
  fundingIntervalHours: 1,
  nextFundingAtMs: (Math.floor(nowMs / HOUR_MS) + 1) * HOUR_MS,
});

/** All markets of the exchange itself or of one builder. */
export function parseAllContexts(
  json: unknown,
  nowMs: number,
  listed: readonly Instrument[],
): readonly ListedPart[] {
  const [{ universe }, contexts] = readContexts(json);
  const rows = universe.map((asset, index) => ({
    ...(v.is(named, asset) ? { name: asset.name } : {}),
    ...Object(contexts[index]),
  }));
  const list = { schema: schema.listedContext, rows, field: 'name', root: 'metaAndAssetCtxs' } as const;
  return readListed(listed, list, (row, instrument) => ({
    price: row.markPx / instrument.multiplier,
    turnoverUsd: row.dayNtlVlm,
    dayChange: row.prevDayPx ? row.markPx / row.prevDayPx - 1 : null,
    ...standingOf(row, instrument, nowMs),
  }));
}

/** Sizes in units become coins. @throws SchemaError */
export function parseBook(json: unknown, nowMs: number, instrument: Instrument): Depth {
  const book = readAnswer(schema.book, json, 'l2Book');
  expectSymbol('l2Book.coin', book.coin, instrument);
  const [bids, asks] = book.levels.map((side) => side.map(({ px, sz }): QuotedLevel => [px, sz]));
  return toDepth(pastMs(book.time, nowMs, 'l2Book.time'), bids ?? [], asks ?? [], instrument);
}
