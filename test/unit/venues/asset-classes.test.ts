import { describe, expect, test } from 'vitest';

import { marketId } from '../../../core/market/asset.ts';
import type { VenueId } from '../../../core/market/venue-id.ts';
import { VENUES } from '../../../core/venues/registry.ts';

const NOW_MS = Date.UTC(2026, 8, 14);

const found = (venue: VenueId, json: unknown): readonly string[] =>
  VENUES[venue]
    .instruments()
    .parse(json, NOW_MS)
    .map((instrument) =>
      [instrument.id, marketId(instrument), ...(instrument.isPreMarket === true ? ['pre-market'] : [])].join(
        ' ',
      ),
    );

/** Rows of public recordings of September 2026 (belyjelli/ai-rates, adapters' fixtures), filled up with what parsers need. */
describe('each venue says what its contracts are written on', () => {
  test('Binance by contractType and underlyingType', () => {
    const symbol = (baseAsset: string, contractType: string, underlyingType: string) => ({
      symbol: `${baseAsset}USDT`,
      status: 'TRADING',
      contractType,
      baseAsset,
      quoteAsset: 'USDT',
      marginAsset: 'USDT',
      underlyingType,
      filters: [{ filterType: 'PRICE_FILTER', tickSize: '0.01' }],
    });
    const symbols = [
      symbol('CAT', 'TRADIFI_PERPETUAL', 'EQUITY'),
      symbol('1000CAT', 'PERPETUAL', 'COIN'),
      symbol('BB', 'PERPETUAL', 'COIN'),
      symbol('XAU', 'TRADIFI_PERPETUAL', 'COMMODITY'),
      symbol('PAXG', 'PERPETUAL', 'COIN'),
      symbol('BTCDOM', 'PERPETUAL', 'INDEX'),
      symbol('SPY', 'TRADIFI_PERPETUAL', 'EQUITY'),
      symbol('OPENAI', 'TRADIFI_PERPETUAL', 'PREMARKET'),
      symbol('NAVER', 'TRADIFI_PERPETUAL', 'KR_EQUITY'),
    ];

    expect(found('binance', { symbols })).toEqual([
      'CATUSDT CAT.equity',
      '1000CATUSDT CATUSDT',
      'BBUSDT BBUSDT',
      'XAUUSDT XAU.commodity',
      'PAXGUSDT PAXGUSDT',
      'BTCDOMUSDT BTCDOMUSDT',
      'SPYUSDT SPY.equity',
      'OPENAIUSDT OPENAI.equity pre-market',
      'NAVERUSDT NAVER.equity',
    ]);
  });

  test('Bybit by symbolType', () => {
    const row = (baseCoin: string, symbolType: string) => ({
      symbol: `${baseCoin}USDT`,
      contractType: 'LinearPerpetual',
      status: 'Trading',
      baseCoin,
      quoteCoin: 'USDT',
      settleCoin: 'USDT',
      priceFilter: { tickSize: '0.01' },
      symbolType,
    });
    const list = [
      row('BB', ''),
      row('SPX', ''),
      row('XAUT', ''),
      row('AVNT', 'innovation'),
      row('ON', 'stock'),
      row('BBX', 'stock'),
      row('SPY', 'ETF'),
      row('XAU', 'commodity'),
      row('EURUSD', 'forex'),
      { ...row('NEWCO', 'innovation'), isPreListing: true },
    ];

    expect(found('bybit', { retCode: 0, retMsg: 'OK', result: { category: 'linear', list } })).toEqual([
      'BBUSDT BBUSDT',
      'SPXUSDT SPXUSDT',
      'XAUTUSDT XAUTUSDT',
      'AVNTUSDT AVNTUSDT',
      'ONUSDT ON.equity',
      'BBXUSDT BB.equity',
      'SPYUSDT SPY.equity',
      'XAUUSDT XAU.commodity',
      'EURUSDUSDT EURUSD.currency',
      'NEWCOUSDT NEWCOUSDT pre-market',
    ]);
  });

  test('OKX by instCategory and ruleType; two contracts are tenths', () => {
    const row = (coin: string, instCategory: string, ruleType = 'normal') => ({
      instId: `${coin}-USDT-SWAP`,
      instType: 'SWAP',
      ctType: 'linear',
      state: 'live',
      ctVal: '1',
      ctMult: '1',
      ctValCcy: coin,
      settleCcy: 'USDT',
      tickSz: '0.01',
      category: '1',
      instCategory,
      ruleType,
    });
    const data = [
      row('STX', '1'),
      row('SPX', '1'),
      row('QNT', '3'),
      row('BB', '3'),
      row('US500', '3'),
      row('JP225', '3'),
      row('XAU', '4'),
      row('OPENAI', '3', 'pre_market'),
    ];
    const json = { code: '0', msg: '', data };

    expect(found('okx', json)).toEqual([
      'STX-USDT-SWAP STXUSDT',
      'SPX-USDT-SWAP SPXUSDT',
      'QNT-USDT-SWAP QNT.equity',
      'BB-USDT-SWAP BB.equity',
      'US500-USDT-SWAP US500.index',
      'JP225-USDT-SWAP JP225.index',
      'XAU-USDT-SWAP XAU.commodity',
      'OPENAI-USDT-SWAP OPENAI.equity pre-market',
    ]);
    const openai = VENUES.okx.instruments().parse(json, NOW_MS).at(-1)!;
    expect(openai.multiplier).toBe(0.1);
    expect(openai.tickSize).toBeCloseTo(0.1, 12);
  });

  test('Gate by contract_type and is_pre_market', () => {
    const row = (coin: string, contract_type: string, is_pre_market = false) => ({
      name: `${coin}_USDT`,
      type: 'direct',
      quanto_multiplier: '1',
      order_price_round: '0.01',
      in_delisting: false,
      status: 'trading',
      is_pre_market,
      contract_type,
    });
    const rows = [
      row('QNT', ''),
      row('CAT', 'stocks'),
      row('PAXG', 'metals'),
      row('XAU', 'metals'),
      row('CL', 'commodities'),
      row('USDC', 'forex'),
      row('EURUSD', 'forex'),
      row('SPX500', 'indices'),
      row('H100', 'indices', true),
      row('ANTHROPIC', 'stocks', true),
    ];

    expect(found('gate', rows)).toEqual([
      'QNT_USDT QNTUSDT',
      'CAT_USDT CAT.equity',
      'PAXG_USDT PAXGUSDT',
      'XAU_USDT XAU.commodity',
      'CL_USDT CL.commodity',
      'USDC_USDT USDCUSDT',
      'EURUSD_USDT EURUSD.currency',
      'SPX500_USDT US500.index',
      'H100_USDT H100.index pre-market',
      'ANTHROPIC_USDT ANTHROPIC.equity pre-market',
    ]);
  });

  test('Bitget by symbolType and isRwa together', () => {
    const row = (baseCoin: string, symbolType: string, isRwa: string) => ({
      symbol: `${baseCoin}USDT`,
      category: 'USDT-FUTURES',
      baseCoin,
      quoteCoin: 'USDT',
      symbolType,
      isRwa,
      priceMultiplier: '0.01',
      type: 'perpetual',
      status: 'online',
    });
    const data = [
      row('BTC', 'crypto', 'NO'),
      row('PKX', 'stock', 'YES'),
      row('SP500', 'stock', 'YES'),
      row('XAU', 'metal', 'YES'),
      row('PAXG', 'metal', 'YES'),
      row('CL', 'commodity', 'YES'),
      row('EURUSD', 'crypto', 'YES'),
      row('H100', 'crypto', 'YES'),
      row('KUAISHOU', 'crypto', 'YES'),
    ];

    expect(found('bitget', { code: '00000', msg: 'success', data })).toEqual([
      'BTCUSDT BTCUSDT',
      'PKXUSDT PKX.equity',
      'SP500USDT US500.index',
      'XAUUSDT XAU.commodity',
      'PAXGUSDT PAXGUSDT',
      'CLUSDT CL.commodity',
      'EURUSDUSDT EURUSD.currency',
      'H100USDT H100.index',
      'KUAISHOUUSDT KUAISHOU.equity',
    ]);
  });

  test('a list without the word leaves it to the name', () => {
    const rows = ['BTC', 'XAU', 'SPX500'].map((coin) => ({
      name: `${coin}_USDT`,
      type: 'direct',
      quanto_multiplier: '1',
      order_price_round: '0.01',
    }));

    expect(found('gate', rows)).toEqual([
      'BTC_USDT BTCUSDT',
      'XAU_USDT XAU.commodity',
      'SPX500_USDT US500.index',
    ]);
  });
});
