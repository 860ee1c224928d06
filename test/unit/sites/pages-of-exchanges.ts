import type { SitePages } from './site-pages.ts';

/** Exchanges whose public data is polled, and those with pages of the same kind. */
export const PAGES_OF_EXCHANGES: Readonly<Record<string, SitePages>> = {
  binance: {
    markets: [
      ['https://www.binance.com/futures/BTCUSDT', 'BTCUSDT = BTC/USDT perpetual'],
      ['https://www.binance.com/zh-CN/futures/HYPEUSDT/', 'HYPEUSDT = HYPE/USDT perpetual'],
      ['https://www.binance.com/en/futures/1000PEPEUSDT', '1000PEPEUSDT = 1000 PEPE/USDT perpetual'],
      ['https://www.binance.com/en/futures/1INCHUSDT', '1INCHUSDT = 1INCH/USDT perpetual'],
      ['https://www.binance.com/en/futures/ETHUSDC', 'ETHUSDC = ETH/USDC perpetual'],
      ['https://www.binance.com/en/futures/ETHBTC', 'ETHBTC = ETH/BTC perpetual'],
      ['https://www.binance.com/en/futures/BTCUSDT_260327', 'BTCUSDT_260327 = BTC/USDT future'],
      ['https://www.binance.com/en/futures/BTCUSD_PERP', 'BTCUSD_PERP = BTC/USD perpetual'],
      ['https://www.binance.com/en/delivery/BTCUSD_PERP', 'BTCUSD_PERP = BTC/USD perpetual'],
      ['https://www.binance.com/delivery/ETHUSD_260327', 'ETHUSD_260327 = ETH/USD future'],
      ['https://www.binance.com/en/trade/BTC_USDT?type=spot', 'BTCUSDT = BTC/USDT spot'],
      ['https://www.binance.com/tr/trade/SOL_TRY', 'SOLTRY = SOL/TRY spot'],
    ],
    others: [
      ['https://www.binance.com/en'],
      ['https://www.binance.com/en/futures/markets'],
      ['https://www.binance.com/en/futures/funding-history/perpetual/funding-fee-history'],
      ['https://www.binance.com/en/my/wallet/futures/balance/BTCUSDT'],
      ['https://www.binance.com/en/delivery/BTCUSD'],
      ['https://www.binance.com/en/futures/USDT'],
    ],
    charts: {
      same: ['BTCUSDT@PRICETYPE=LAST', 'BTCUSDT', 'BINANCE:BTCUSDT.P', 'btcusdt'],
      other: ['ETHUSDT@PRICETYPE=LAST', 'BTCUSDC', 'BTCUSDT_260327', 'UNKNOWN-BTCUSDT', '', '1000BTCUSDT'],
    },
    localised: true,
  },
  bybit: {
    markets: [
      ['https://www.bybit.com/trade/usdt/BTCUSDT', 'BTCUSDT = BTC/USDT perpetual'],
      ['https://www.bybit.com/en/trade/usdt/1000BONKUSDT', '1000BONKUSDT = 1000 BONK/USDT perpetual'],
      ['https://www.bybit.com/en/trade/usdt/SHIB1000USDT', 'SHIB1000USDT = 1000 SHIB/USDT perpetual'],
      ['https://www.bybit.com/zh-MY/trade/usdc/BTC-PERP', 'BTCPERP = BTC/USDC perpetual'],
      ['https://www.bybit.com/trade/usdc/1000PEPEPERP', '1000PEPEPERP = 1000 PEPE/USDC perpetual'],
      ['https://www.bybit.com/trade/futures/linear/ETHUSDT', 'ETHUSDT = ETH/USDT perpetual'],
      ['https://www.bybit.com/trade/usdt/BTCUSDT-27MAR26', 'BTCUSDT-27MAR26 = BTC/USDT future'],
      ['https://www.bybit.com/trade/usdc/BTC-27MAR26', 'BTC-27MAR26 = BTC/USDC future'],
      ['https://www.bybit.com/trade/inverse/BTCUSD', 'BTCUSD = BTC/USD perpetual'],
      ['https://www.bybit.com/trade/inverse/BTCUSDH26', 'BTCUSDH26 = BTC/USD future'],
      ['https://www.bybit.com/en/trade/spot/SOL/USDT', 'SOLUSDT = SOL/USDT spot'],
    ],
    others: [
      ['https://www.bybit.com/en/trade/usdt/'],
      ['https://www.bybit.com/en/trade/usdt/BTCUSDT-LATER'],
      ['https://www.bybit.com/trade/option/usdc/BTC'],
      ['https://www.bybit.com/trade/spot/SOL'],
    ],
    charts: {
      same: ['BTCUSDT', 'BYBIT:BTCUSDT.P'],
      other: ['BTCUSD', 'BTCUSDT-27MAR26', 'BTCPERPETUALUSDT'],
    },
    localised: true,
  },
  okx: {
    markets: [
      ['https://www.okx.com/trade-swap/btc-usdt-swap', 'BTC-USDT-SWAP = BTC/USDT perpetual'],
      ['https://www.okx.com/trade-swap/BTC-USD_UM-SWAP', 'BTC-USD_UM-SWAP = BTC/USD perpetual'],
      ['https://www.okx.com/zh-hans/trade-swap/eth-usd-swap', 'ETH-USD-SWAP = ETH/USD perpetual'],
      ['https://www.okx.com/trade-futures/btc-usdt-260327', 'BTC-USDT-260327 = BTC/USDT future'],
      ['https://www.okx.com/en/trade-spot/sol-usdt', 'SOL-USDT = SOL/USDT spot'],
    ],
    others: [
      ['https://www.okx.com/markets/prices'],
      ['https://www.okx.com/trade-swap/btc-usdt'],
      ['https://www.okx.com/trade-futures/btc-usdt-swap'],
      ['https://www.okx.com/trade-option/btc-usd'],
    ],
    charts: {
      same: ['BTC-USDT-SWAP', 'btc-usdt-swap', 'OKX:BTCUSDT.P'],
      other: ['BTC-USDC-SWAP', 'BTC-USDT-260327'],
    },
    localised: true,
  },
  bitget: {
    markets: [
      ['https://www.bitget.com/futures/usdt/BTCUSDT', 'BTCUSDT = BTC/USDT perpetual'],
      ['https://www.bitget.com/en/futures/usdc/BTCPERP', 'BTCPERP = BTC/USDC perpetual'],
      ['https://www.bitget.com/futures/coin/BTCUSD', 'BTCUSD = BTC/USD perpetual'],
      ['https://www.bitget.com/futures/coin/BTCUSDH26', 'BTCUSDH26 = BTC/USD future'],
      ['https://www.bitget.com/en/mix/usdt/BTCUSDT_UMCBL', 'BTCUSDT = BTC/USDT perpetual'],
      ['https://www.bitget.com/mix/usd/ETHUSD_DMCBL', 'ETHUSD = ETH/USD perpetual'],
      ['https://www.bitget.com/spot/btcusdt', 'BTCUSDT = BTC/USDT spot'],
      ['https://www.bitget.com/spot/BTCUSDT_SPBL', 'BTCUSDT = BTC/USDT spot'],
    ],
    others: [
      ['https://www.bitget.com/futures/usdt'],
      ['https://www.bitget.com/futures/introduction/funding-rate-history'],
      ['https://www.bitget.com/spot/trade'],
    ],
    charts: { same: ['BTCUSDT', 'BTCUSDT_UMCBL', 'BITGET:BTCUSDT.P'], other: ['BTCUSD_DMCBL', 'BTCUSDTH26'] },
    localised: true,
  },
  gate: {
    markets: [
      ['https://www.gate.com/futures/USDT/BTC_USDT', 'BTC_USDT = BTC/USDT perpetual'],
      ['https://www.gate.io/zh-tw/futures_trade/USDT/SOL_USDT', 'SOL_USDT = SOL/USDT perpetual'],
      ['https://www.gate.com/futures/usdt/pepe_usdt', 'PEPE_USDT = PEPE/USDT perpetual'],
      ['https://www.gate.com/futures/BTC/BTC_USD', 'BTC_USD = BTC/USD perpetual'],
      [
        'https://www.gate.com/en/futures-delivery/usdt/BTC_USDT_20260327',
        'BTC_USDT_20260327 = BTC/USDT future',
      ],
      ['https://www.gate.com/trade/BTC_USDT', 'BTC_USDT = BTC/USDT spot'],
    ],
    others: [
      ['https://www.gate.com/futures/USDT'],
      ['https://www.gate.com/futures/order/BTC_USDT'],
      ['https://www.gate.com/futures-delivery/usdt/BTC_USDT'],
      ['https://www.gate.com/trade/spot_margin'],
    ],
    charts: { same: ['BTC_USDT', 'GATE:BTCUSDT.P'], other: ['BTC_USD', 'BTC_USDT_20260327'] },
    localised: true,
  },
  kucoin: {
    markets: [
      ['https://www.kucoin.com/futures/trade/XBTUSDTM', 'XBTUSDTM = BTC/USDT perpetual'],
      ['https://www.kucoin.com/trade/futures/BTCUSDTM', 'XBTUSDTM = BTC/USDT perpetual'],
      ['https://www.kucoin.com/en/futures/trade/XBTUSDM', 'XBTUSDM = BTC/USD perpetual'],
      ['https://www.kucoin.com/trade/futures/1000PEPEUSDTM', '1000PEPEUSDTM = 1000 PEPE/USDT perpetual'],
      ['https://www.kucoin.com/futures/trade/ATOMUSDTM', 'ATOMUSDTM = ATOM/USDT perpetual'],
      ['https://www.kucoin.com/futures/trade/XBTMZ26', 'XBTMZ26 = BTC/USD future'],
      ['https://www.kucoin.com/trade/BTC-USDT', 'BTC-USDT = BTC/USDT spot'],
      ['https://www.kucoin.com/trade/margin/ETH-USDT', 'ETH-USDT = ETH/USDT spot'],
    ],
    others: [
      ['https://www.kucoin.com/futures/trade/XBTUSDT'],
      ['https://www.kucoin.com/futures/trade'],
      ['https://www.kucoin.com/markets'],
    ],
    charts: {
      same: ['XBTUSDTM', 'BTCUSDTM', 'KUCOIN:BTCUSDT.P', 'XBTUSDT'],
      other: ['XBTUSDM', 'ETHUSDTM', 'XBTMZ26'],
    },
    localised: true,
  },
  mexc: {
    markets: [
      ['https://www.mexc.com/futures/BTC_USDT', 'BTC_USDT = BTC/USDT perpetual'],
      ['https://www.mexc.com/ru-RU/futures/TAO_USDT?type=linear_swap', 'TAO_USDT = TAO/USDT perpetual'],
      ['https://www.mexc.com/futures/exchange/BTC_USD', 'BTC_USD = BTC/USD perpetual'],
      ['https://futures.mexc.com/exchange/BTC_USDT', 'BTC_USDT = BTC/USDT perpetual'],
      ['https://www.mexc.com/futures/FILECOIN_USDT', 'FILECOIN_USDT = FIL/USDT perpetual'],
      ['https://www.mexc.com/futures/NVDASTOCK_USDT', 'NVDASTOCK_USDT = NVDA/USDT perpetual'],
      ['https://www.mexc.com/exchange/BTC_USDT', 'BTCUSDT = BTC/USDT spot'],
    ],
    others: [
      ['https://www.mexc.com/futures'],
      ['https://www.mexc.com/futures/information/funding_list/BTC_USDT'],
      ['https://www.mexc.com/futures/information/funding_rate'],
    ],
    charts: { same: ['BTC_USDT', 'MEXC:BTCUSDT.P'], other: ['BTC_USD', 'ETH_USDT'] },
    localised: true,
  },
  htx: {
    markets: [
      [
        'https://www.htx.com/futures/linear_swap/exchange#contract_code=BTC-USDT&contract_type=swap&type=cross',
        'BTC-USDT = BTC/USDT perpetual',
      ],
      [
        'https://www.htx.com/en-us/futures/linear_swap/exchange/#contract_code=eth-usdt',
        'ETH-USDT = ETH/USDT perpetual',
      ],
      [
        'https://www.htx.com/futures/linear_swap/exchange?contract_code=SOL-USDT',
        'SOL-USDT = SOL/USDT perpetual',
      ],
      [
        'https://www.htx.com/futures/linear_swap/exchange?contract_code=SOL-USDT#contract_code=XRP-USDT',
        'XRP-USDT = XRP/USDT perpetual',
      ],
      ['https://www.htx.com/futures/linear_swap/exchange/btc-usdt/', 'BTC-USDT = BTC/USDT perpetual'],
      ['https://www.htx.com/futures/swap/exchange#contract_code=BTC-USD', 'BTC-USD = BTC/USD perpetual'],
      [
        'https://www.htx.com/futures/linear_swap/exchange#contract_code=BTC-USDT-260327&contract_type=quarter',
        'BTC-USDT-260327 = BTC/USDT future',
      ],
      ['https://www.htx.com/futures/futures/exchange#contract_code=BTC260327', 'BTC260327 = BTC/USD future'],
      ['https://www.htx.com/trade/btc_usdt?type=spot', 'btcusdt = BTC/USDT spot'],
    ],
    others: [
      ['https://www.htx.com/futures/linear_swap/exchange'],
      ['https://www.htx.com/futures/linear_swap/exchange#contract_code=BTC-USDT&contract_type=quarter'],
      ['https://www.htx.com/futures/linear_swap/exchange#contract_code='],
      ['https://www.htx.com/exchange/some_page'],
    ],
    charts: { same: ['BTC-USDT', 'HTX:BTCUSDT.P'], other: ['BTC-USD', 'BTC-USDT-260327', 'ETH-USDT'] },
    localised: true,
  },
};
