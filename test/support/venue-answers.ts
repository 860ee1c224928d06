import type { VenueId } from '../../core/market/venue-id.ts';
import { buildInstrument } from './instruments.ts';
import { DAY } from './venue-calls.ts';

/** When {@link ANSWERS} are read: an hour after the day that {@link DAY} covers. */
export const ANSWERED_AT_MS = (DAY.untilS + 3600) * 1000;

const AT = ANSWERED_AT_MS - 1000;
const OPEN_S = DAY.fromS;
const OPEN = OPEN_S * 1000;
const NEXT_FUNDING = (DAY.untilS + 28_800) * 1000;

/** The instrument that the answers of each venue are about. */
export const ANSWERED = {
  binance: buildInstrument(),
  bybit: buildInstrument({ venue: 'bybit' }),
  okx: buildInstrument({ venue: 'okx', id: 'BTC-USDT-SWAP', contractSize: 0.01 }),
  bitget: buildInstrument({ venue: 'bitget' }),
  gate: buildInstrument({ venue: 'gate', id: 'BTC_USDT', contractSize: 0.0001 }),
  hyperliquid: buildInstrument({ venue: 'hyperliquid', id: 'BTC', quote: 'USDC' }),
  aster: buildInstrument({ venue: 'aster' }),
} as const;

const bybit = (result: unknown) => ({ retCode: 0, retMsg: 'OK', result, time: AT });
const okx = (data: unknown) => ({ code: '0', msg: '', data });
const bitget = (data: unknown) => ({ code: '00000', msg: 'success', requestTime: AT, data });

const gateContract = {
  name: 'BTC_USDT',
  type: 'direct',
  quanto_multiplier: '0.0001',
  order_price_round: '0.1',
  mark_price: '90900',
  index_price: '90950',
  funding_rate: '0.0001',
  funding_interval: 28_800,
  funding_next_apply: NEXT_FUNDING / 1000,
  position_size: 5_000_000,
  in_delisting: false,
  status: 'trading',
};

const hyperliquidMeta = {
  universe: [{ szDecimals: 5, name: 'BTC', maxLeverage: 40, marginTableId: 56 }],
  marginTables: [[56, { description: '', marginTiers: [{ lowerBound: '0.0', maxLeverage: 40 }] }]],
};

const hyperliquidStop = {
  coin: 'BTC',
  side: 'B',
  limitPx: '96000.0',
  sz: '0.2',
  isTrigger: true,
  triggerPx: '95000.0',
  isPositionTpsl: false,
  reduceOnly: true,
  orderType: 'Stop Market',
};

const ROW = ['100', '110', '90', '105', '20', '2050'];
const INTERVALS = ['5m', '1h', '1d'];

const BINANCE: readonly unknown[] = [
  {
    symbols: [
      {
        symbol: 'BTCUSDT',
        baseAsset: 'BTC',
        quoteAsset: 'USDT',
        marginAsset: 'USDT',
        contractType: 'PERPETUAL',
        status: 'TRADING',
        filters: [{ filterType: 'PRICE_FILTER', tickSize: '0.10' }],
      },
    ],
  },
  ...INTERVALS.map(() => [
    [OPEN, '100', '110', '90', '105', '20', OPEN + 299_999, '2050', 40, '15', '1540', '0'],
  ]),
  ...['past', 'days'].map(() => [
    { symbol: 'BTCUSDT', sumOpenInterest: '85000', sumOpenInterestValue: '1', timestamp: OPEN },
  ]),
  [
    'create_time,symbol,sum_open_interest,sum_open_interest_value',
    `${new Date(OPEN).toISOString().slice(0, 10)} 00:00:00,BTCUSDT,85000.0000000000,7726500000.0000000000`,
  ].join('\n'),
  {
    symbol: 'BTCUSDT',
    markPrice: '90900',
    indexPrice: '90950',
    lastFundingRate: '0.0001',
    nextFundingTime: NEXT_FUNDING,
    time: AT,
  },
  { symbol: 'BTCUSDT', openInterest: '85000', time: AT },
  [OPEN, OPEN + 28_800_000].map((fundingTime) => ({
    symbol: 'BTCUSDT',
    fundingRate: '0.0001',
    fundingTime,
  })),
  [{ symbol: 'BTCUSDT', longAccount: '0.66', shortAccount: '0.34', longShortRatio: '1.94', timestamp: AT }],
  { lastUpdateId: 1, E: AT, T: AT, bids: [['100', '2']], asks: [['101', '4']] },
  {
    code: '000000',
    data: {
      brackets: [
        {
          symbol: 'BTCUSDT',
          riskBrackets: [
            {
              bracketSeq: 1,
              bracketNotionalFloor: 0,
              bracketNotionalCap: 300_000,
              bracketMaintenanceMarginRate: 0.004,
              cumFastMaintenanceAmount: 0,
              minOpenPosLeverage: 1,
              maxOpenPosLeverage: 150,
            },
          ],
        },
      ],
    },
  },
  [
    {
      symbol: 'BTCUSDT',
      markPrice: '90900',
      indexPrice: '90950',
      lastFundingRate: '0.0001',
      nextFundingTime: NEXT_FUNDING,
      time: AT,
    },
  ],
  [{ symbol: 'BTCUSDT', priceChangePercent: '1.5', lastPrice: '90890', quoteVolume: '12000000000' }],
  [{ symbol: 'BTCUSDT', fundingIntervalHours: 8 }],
];

/** Of Binance's answers those that Aster gives too: no open interest of the past, no account ratio. */
const ASTER = BINANCE.filter((_, index) => ![4, 5, 6, 10].includes(index));

/**
 * One well-formed answer to each of `callsOf(venue, ANSWERED[venue])`, in the same order, in the venues' documented
 * wire formats.
 */
export const ANSWERS: Readonly<Record<VenueId, readonly unknown[]>> = {
  binance: BINANCE,
  aster: ASTER,

  bybit: [
    bybit({
      category: 'linear',
      list: [
        {
          symbol: 'BTCUSDT',
          contractType: 'LinearPerpetual',
          status: 'Trading',
          baseCoin: 'BTC',
          quoteCoin: 'USDT',
          settleCoin: 'USDT',
          priceFilter: { tickSize: '0.10' },
        },
      ],
    }),
    ...INTERVALS.map(() => bybit({ category: 'linear', symbol: 'BTCUSDT', list: [[String(OPEN), ...ROW]] })),
    ...['past', 'days'].map(() =>
      bybit({
        category: 'linear',
        symbol: 'BTCUSDT',
        list: [{ openInterest: '120000', singleOpenInterest: '60000', timestamp: String(OPEN) }],
      }),
    ),
    bybit({
      category: 'linear',
      list: [
        {
          symbol: 'BTCUSDT',
          markPrice: '90900',
          indexPrice: '90950',
          openInterest: '120000',
          fundingRate: '0.0001',
          fundingIntervalHour: '8',
          nextFundingTime: String(NEXT_FUNDING),
        },
      ],
    }),
    bybit({ list: [{ symbol: 'BTCUSDT', buyRatio: '0.49', sellRatio: '0.51', timestamp: String(AT) }] }),
    bybit({ s: 'BTCUSDT', a: [['101', '4']], b: [['100', '2']], ts: AT, u: 1, seq: 1, cts: AT }),
    bybit({
      category: 'linear',
      list: [
        {
          id: 1,
          symbol: 'BTCUSDT',
          riskLimitValue: '2000000',
          maintenanceMargin: '0.005',
          initialMargin: '0.01',
          maxLeverage: '100.00',
          mmDeduction: '',
        },
      ],
    }),
    bybit({
      category: 'linear',
      list: [
        {
          symbol: 'BTCUSDT',
          markPrice: '90900',
          indexPrice: '90950',
          openInterest: '120000',
          fundingRate: '0.0001',
          fundingIntervalHour: '8',
          nextFundingTime: String(NEXT_FUNDING),
          turnover24h: '4600000000',
          price24hPcnt: '0.015',
        },
      ],
    }),
  ],
  okx: [
    okx([
      {
        instId: 'BTC-USDT-SWAP',
        instType: 'SWAP',
        ctType: 'linear',
        state: 'live',
        ctVal: '0.01',
        ctMult: '1',
        ctValCcy: 'BTC',
        settleCcy: 'USDT',
        tickSz: '0.1',
      },
    ]),
    ...INTERVALS.map(() => okx([[String(OPEN), '100', '110', '90', '105', '2000', '20', '2050', '1']])),
    ...['past', 'days'].map(() => okx([[String(OPEN), '3000000', '30000', '2700000000']])),
    okx([{ instId: 'BTC-USDT-SWAP', instType: 'SWAP', markPx: '90900', ts: String(AT) }]),
    okx([{ instId: 'BTC-USDT-SWAP', oi: '3000000', oiCcy: '30000', oiUsd: '2700000000', ts: String(AT) }]),
    okx([
      {
        instId: 'BTC-USDT-SWAP',
        fundingRate: '0.0001',
        fundingTime: String(NEXT_FUNDING),
        nextFundingTime: String(NEXT_FUNDING + 28_800_000),
        ts: String(AT),
      },
    ]),
    okx([[String(AT), '1.5']]),
    okx([{ asks: [['101', '400', '0', '2']], bids: [['100', '200', '0', '1']], ts: String(AT) }]),
    okx([
      {
        instFamily: 'BTC-USDT',
        uly: 'BTC-USDT',
        tier: '1',
        minSz: '0',
        maxSz: '1000',
        mmr: '0.004',
        maxLever: '100',
      },
    ]),
    okx([
      {
        instId: 'BTC-USDT-SWAP',
        instType: 'SWAP',
        uly: 'BTC-USDT',
        details: [
          { side: 'sell', posSide: 'long', bkPx: '90000', sz: '50', bkLoss: '0', ccy: '', ts: String(OPEN) },
        ],
      },
    ]),
    okx([{ instId: 'BTC-USDT-SWAP', last: '90900', open24h: '90000', volCcy24h: '40000', ts: String(AT) }]),
    okx([{ instId: 'BTC-USDT-SWAP', oi: '3000000', oiCcy: '30000', ts: String(AT) }]),
    okx([
      {
        instId: 'BTC-USDT-SWAP',
        fundingRate: '0.0001',
        fundingTime: String(NEXT_FUNDING),
        nextFundingTime: String(NEXT_FUNDING + 28_800_000),
        ts: String(AT),
      },
    ]),
  ],
  bitget: [
    bitget([
      {
        symbol: 'BTCUSDT',
        baseCoin: 'BTC',
        quoteCoin: 'USDT',
        supportMarginCoins: ['USDT'],
        pricePlace: '1',
        priceEndStep: '1',
        symbolType: 'perpetual',
        symbolStatus: 'normal',
      },
    ]),
    ...INTERVALS.map(() => bitget([[String(OPEN), ...ROW]])),
    bitget([
      { symbol: 'BTCUSDT', markPrice: '90900', indexPrice: '90950', holdingAmount: '7452', ts: String(AT) },
    ]),
    bitget([
      {
        symbol: 'BTCUSDT',
        fundingRate: '0.0001',
        fundingRateInterval: '8',
        nextUpdate: String(NEXT_FUNDING),
      },
    ]),
    bitget([
      { longAccountRatio: '0.58', shortAccountRatio: '0.42', longShortAccountRatio: '1.38', ts: String(AT) },
    ]),
    bitget({ asks: [[101, 4]], bids: [[100, 2]], ts: String(AT), scale: '0.1', precision: 'scale0' }),
    bitget([
      {
        symbol: 'BTCUSDT',
        level: '1',
        startUnit: '0',
        endUnit: '50000',
        leverage: '125',
        keepMarginRate: '0.004',
      },
    ]),
    bitget({ list: [{ symbol: 'BTCUSDT', side: 'buy', price: '90000', amount: '0.5', ts: String(OPEN) }] }),
    bitget([
      {
        symbol: 'BTCUSDT',
        markPrice: '90900',
        holdingAmount: '7452',
        usdtVolume: '3100000000',
        change24h: '0.015',
        ts: String(AT),
      },
    ]),
    bitget([
      {
        symbol: 'BTCUSDT',
        fundingRate: '0.0001',
        fundingRateInterval: '8',
        nextUpdate: String(NEXT_FUNDING),
      },
    ]),
  ],
  gate: [
    [gateContract],
    ...INTERVALS.map(() => [{ t: OPEN_S, o: '100', h: '110', l: '90', c: '105', v: 200_000, sum: '2050' }]),
    ...['past', 'days'].map(() => [{ time: OPEN_S, open_interest: 30_000, lsr_account: 1.5, lsr_taker: 1 }]),
    gateContract,
    [{ time: AT / 1000, open_interest: 30_000, lsr_account: 1.5, lsr_taker: 1 }],
    {
      id: 1,
      current: AT / 1000,
      update: AT / 1000,
      asks: [{ p: '101', s: 40_000 }],
      bids: [{ p: '100', s: 20_000 }],
    },
    [
      {
        contract: 'BTC_USDT',
        tier: 1,
        risk_limit: '20000',
        initial_rate: '0.02',
        maintenance_rate: '0.01',
        leverage_max: '50',
        deduction: '0',
      },
    ],
    [
      {
        time: OPEN_S,
        contract: 'BTC_USDT',
        size: 6000,
        order_size: -6000,
        order_price: '90000',
        fill_price: '90400',
        left: 0,
      },
    ],
    [gateContract],
    [{ contract: 'BTC_USDT', volume_24h_quote: '1800000000', change_percentage: '1.5' }],
  ],
  hyperliquid: [
    hyperliquidMeta,
    ...INTERVALS.map((i) => [
      { t: OPEN, T: OPEN + 299_999, s: 'BTC', i, o: '100', h: '110', l: '90', c: '105', v: '20', n: 3 },
    ]),
    [hyperliquidMeta, [{ funding: '0.0000125', openInterest: '20000', oraclePx: '90950', markPx: '90900' }]],
    { coin: 'BTC', levels: [[{ px: '100', sz: '2', n: 1 }], [{ px: '101', sz: '4', n: 2 }]], time: AT },
    hyperliquidMeta,
    [
      {
        coin: 'BTC',
        side: 'A',
        px: '90900.0',
        sz: '0.5',
        time: AT,
        users: [`0x${'1a'.repeat(20)}`, `0x${'2b'.repeat(20)}`],
      },
    ],
    {
      assetPositions: [
        {
          type: 'oneWay',
          position: { coin: 'BTC', szi: '-0.5', entryPx: '91000.0', liquidationPx: '99000.0' },
        },
      ],
      time: AT,
    },
    [hyperliquidStop],
    [null, { name: 'xyz', fullName: 'XYZ' }],
    {
      crossMarginSummary: { totalRawUsd: '50000.0' },
      assetPositions: [
        {
          type: 'oneWay',
          position: {
            coin: 'BTC',
            szi: '-0.5',
            leverage: { type: 'isolated', value: 10, rawUsd: '50050.0' },
            entryPx: '91000.0',
            positionValue: '45450.0',
            liquidationPx: '98000.0',
            maxLeverage: 40,
          },
        },
        {
          type: 'oneWay',
          position: {
            coin: 'ETH',
            szi: '2.0',
            leverage: { type: 'cross', value: 5 },
            entryPx: '3100.0',
            positionValue: '6300.0',
            liquidationPx: null,
            maxLeverage: 25,
          },
        },
      ],
      time: AT,
    },
    [hyperliquidStop],
    { role: 'user' },
    'disabled',
    [
      hyperliquidMeta,
      [
        {
          funding: '0.0000125',
          openInterest: '20000',
          oraclePx: '90950',
          markPx: '90900',
          dayNtlVlm: '2500000000',
          prevDayPx: '90000',
        },
      ],
    ],
  ],
};

const FORCE_ORDER = {
  e: 'forceOrder',
  E: AT,
  st: 1,
  o: { s: 'BTCUSDT', S: 'SELL', q: '0.5', p: '90000', ap: '90400', X: 'FILLED', l: '0.5', z: '0.5', T: AT },
};

/** A frame with one forced order of the venues that have a stream. */
export const FRAMES: Readonly<Partial<Record<VenueId, unknown>>> = {
  binance: FORCE_ORDER,
  aster: FORCE_ORDER,
  bybit: {
    topic: 'allLiquidation.BTCUSDT',
    type: 'snapshot',
    ts: AT,
    data: [{ T: AT, s: 'BTCUSDT', S: 'Buy', v: '0.5', p: '90000' }],
  },
  okx: {
    arg: { channel: 'liquidation-orders', instType: 'SWAP' },
    data: [
      {
        instId: 'BTC-USDT-SWAP',
        details: [{ side: 'sell', posSide: 'long', bkPx: '90000', sz: '50', ts: String(AT) }],
      },
    ],
  },
  bitget: {
    action: 'update',
    arg: { instType: 'usdt-futures', topic: 'liquidation' },
    data: [{ symbol: 'BTCUSDT', side: 'buy', price: '90000', amount: '0.5', ts: String(AT) }],
    ts: AT,
  },
};
