import type { SitePages } from './site-pages.ts';

/** Exchanges on chains and exchanges with names of their own. */
export const PAGES_OF_OTHERS: Readonly<Record<string, SitePages>> = {
  hyperliquid: {
    markets: [
      ['https://app.hyperliquid.xyz/trade/ETH', 'ETH = ETH/USDC perpetual'],
      ['https://app.hyperliquid.xyz/trade/kPEPE', 'kPEPE = 1000 PEPE/USDC perpetual'],
      ['https://app.hyperliquid.xyz/trade/KAITO', 'KAITO = KAITO/USDC perpetual'],
      ['https://app.hyperliquid.xyz/trade/xyz:BB', 'xyz:BB = BB/USDC perpetual equity'],
      ['https://app.hyperliquid.xyz/trade/xyz:GOLD', 'xyz:GOLD = XAU/USDC perpetual commodity'],
      ['https://app.hyperliquid.xyz/trade/flx:BTC', 'flx:BTC = BTC/USDC perpetual'],
      ['https://app.hyperliquid.xyz/trade/mkts:US500', 'mkts:US500 = 0.1 US500/USDC perpetual index'],
      ['https://app.hyperliquid.xyz/trade/UBTC/USDC', 'UBTC/USDC = BTC/USDC spot'],
      ['https://app.hyperliquid.xyz/trade/xyz:NVDA', 'xyz:NVDA = NVDA/USDC perpetual equity'],
      ['https://app.hyperliquid.xyz/trade/xyz%3ANVDA', 'xyz:NVDA = NVDA/USDC perpetual equity'],
      ['https://app.hyperliquid.xyz/trade/cash:TSLA', 'cash:TSLA = TSLA/USDT perpetual equity'],
      ['https://app.hyperliquid.xyz/trade/para:BTCD', 'para:BTCD = BTCD/USDC perpetual index'],
      [
        'https://app.hyperliquid.xyz/trade/BTC',
        '币安人生 = 币安人生/USDC perpetual',
        '0.31 | 币安人生 | Hyperliquid',
      ],
      [
        'https://app.hyperliquid.xyz/trade/xyz:NVDA',
        'xyz:NVDA = NVDA/USDC perpetual equity',
        '181.2 | NVDA | Hyperliquid',
      ],
      [
        'https://app.hyperliquid.xyz/trade/BTC',
        'xyz:NVDA = NVDA/USDC perpetual equity',
        '181.2 | xyz:NVDA | Hyperliquid',
      ],
      ['https://app.hyperliquid.xyz/trade/BTC', 'SOL = SOL/USDC perpetual', '73.483 | SOL | Hyperliquid'],
      ['https://app.hyperliquid.xyz/trade', 'BTC = BTC/USDC perpetual', '90,912 | BTC | Hyperliquid'],
      ['https://app.hyperliquid.xyz/trade/HYPE/USDC', 'HYPE/USDC = HYPE/USDC spot'],
      [
        'https://app.hyperliquid.xyz/trade/HYPE',
        'UBTC/USDC = BTC/USDC spot',
        '90,912 | UBTC/USDC | Hyperliquid',
      ],
      [
        'https://app.hyperliquid.xyz/trade/BTC',
        'BTC = BTC/USDC perpetual',
        'Win SOL | SOL | Hyperliquid airdrop',
      ],
    ],
    others: [
      ['https://app.hyperliquid.xyz/portfolio'],
      ['https://app.hyperliquid.xyz/portfolio', '73.483 | SOL | Hyperliquid'],
      ['https://app.hyperliquid.xyz/trade'],
      ['https://app.hyperliquid.xyz/trade/@107'],
      ['https://app.hyperliquid.xyz/trade/%E0%A4%A'],
    ],
    charts: { same: ['ETH', 'ETH-USD', 'ETHUSDC', 'ETH / USD'], other: ['BTC', 'xyz:ETH', 'kETH', '@107'] },
    localised: false,
  },
  dydx: {
    markets: [
      ['https://dydx.trade/trade/BTC-USD', 'BTC-USD = BTC/USD perpetual'],
      ['https://dydx.trade/#/trade/ETH-USD', 'ETH-USD = ETH/USD perpetual'],
      [
        'https://dydx.trade/trade/AURA,RAYDIUM,DTR4D9FT-USD',
        'AURA,RAYDIUM,DTR4D9FT-USD = AURA/USD perpetual',
      ],
      [
        'https://dydx.trade/trade/AURA%2CRAYDIUM%2CDTR4D9FT-USD',
        'AURA,RAYDIUM,DTR4D9FT-USD = AURA/USD perpetual',
      ],
      ['https://dydx.trade/trade', 'BTC-USD = BTC/USD perpetual', '$60,000 BTC-USD · dYdX'],
      ['https://dydx.trade/trade/%E9%BE%99%E8%99%BE-USD', '龙虾-USD = 龙虾/USD perpetual'],
      ['https://dydx.trade/trade/SOL-USD', 'SOL-USD = SOL/USD perpetual', '$60,000 BTC-USD · dYdX'],
    ],
    others: [
      ['https://dydx.trade/markets'],
      ['https://dydx.trade/trade'],
      ['https://dydx.trade/portfolio', '$60,000 BTC-USD · dYdX'],
      ['https://dydx.trade/trade', 'Best BTC-USD · dYdX'],
    ],
    charts: { same: ['BTC-USD', 'BTCUSD'], other: ['ETH-USD'] },
    localised: false,
  },
  deribit: {
    markets: [
      ['https://www.deribit.com/futures/BTC-PERPETUAL', 'BTC-PERPETUAL = BTC/USD perpetual'],
      ['https://test.deribit.com/kr/futures/ETH-PERPETUAL', 'ETH-PERPETUAL = ETH/USD perpetual'],
      ['https://www.deribit.com/futures/SOL_USDC-PERPETUAL', 'SOL_USDC-PERPETUAL = SOL/USDC perpetual'],
      ['https://www.deribit.com/futures/BTC-26JUN26', 'BTC-26JUN26 = BTC/USD future'],
      ['https://www.deribit.com/futures-spreads/BTC-PERPETUAL', 'BTC-PERPETUAL = BTC/USD perpetual'],
      ['https://www.deribit.com/spot/BTC_USDC', 'BTC_USDC = BTC/USDC spot'],
      ['https://www.deribit.com/futures/龙虾_USDC-PERPETUAL', '龙虾_USDC-PERPETUAL = 龙虾/USDC perpetual'],
    ],
    others: [
      ['https://www.deribit.com/options/BTC'],
      ['https://www.deribit.com/futures-spreads/BTC-FS-26JUN26_PERP'],
      ['https://www.deribit.com/futures/BTC'],
    ],
    charts: {
      same: ['BTC-PERPETUAL', 'DERIBIT:BTCUSD.P'],
      other: ['BTC-26JUN26', 'BTC_USDC-PERPETUAL', 'ETH-PERPETUAL'],
    },
    localised: true,
  },
  bitmex: {
    markets: [
      ['https://www.bitmex.com/app/trade/XBTUSD', 'XBTUSD = BTC/USD perpetual'],
      ['https://testnet.bitmex.com/app/trade/ETHUSDT', 'ETHUSDT = ETH/USDT perpetual'],
      ['https://www.bitmex.com/app/trade/XBTZ26', 'XBTZ26 = BTC/USD future'],
      ['https://www.bitmex.com/app/trade/ETHUSDZ26', 'ETHUSDZ26 = ETH/USD future'],
      ['https://www.bitmex.com/app/trade/ETHZ26', 'ETHZ26 = ETH/BTC future'],
      ['https://www.bitmex.com/app/trade/XBT_USDT', 'XBT_USDT = BTC/USDT spot'],
      ['https://www.bitmex.com/app/trade/%E9%BE%99%E8%99%BEUSDT', '龙虾USDT = 龙虾/USDT perpetual'],
    ],
    others: [
      ['https://www.bitmex.com/app/trade'],
      ['https://www.bitmex.com/app/contract/XBTUSD'],
      ['https://www.bitmex.com/app/trade/.BXBT'],
    ],
    charts: { same: ['XBTUSD', 'BITMEX:XBTUSD.P', 'BTCUSD'], other: ['XBTUSDT', 'XBTZ26', 'ETHUSD'] },
    localised: false,
  },
  kraken: {
    markets: [
      ['https://pro.kraken.com/app/trade/futures-btc-usd-perp', 'PF_XBTUSD = BTC/USD perpetual'],
      ['https://pro.kraken.com/app/trade/futures-doge-usd-perp', 'PF_DOGEUSD = DOGE/USD perpetual'],
      ['https://pro.kraken.com/app/trade/futures-btc-usd-cm-perp', 'PI_XBTUSD = BTC/USD perpetual'],
      ['https://pro.kraken.com/app/trade/btc-usd', 'XBTUSD = BTC/USD spot'],
      ['https://pro.kraken.com/app/trade/xbt-usd', 'XBTUSD = BTC/USD spot'],
      ['https://pro.kraken.com/app/trade/margin-eth-usd', 'ETHUSD = ETH/USD spot'],
      ['https://pro.kraken.com/app/trade/doge-usd', 'XDGUSD = DOGE/USD spot'],
      ['https://pro.kraken.com/app/trade/eth-xbt', 'ETHXBT = ETH/BTC spot'],
      ['https://pro.kraken.com/app/trade/futures-龙虾-usd-perp', 'PF_龙虾USD = 龙虾/USD perpetual'],
    ],
    others: [
      ['https://pro.kraken.com/app/portfolio'],
      ['https://pro.kraken.com/app/trade'],
      ['https://pro.kraken.com/app/trade/futures-btc'],
    ],
    charts: {
      same: ['PF_XBTUSD', 'KRAKEN:XBTUSD.PM', 'BTC/USD', 'BTC-USD-PERP'],
      other: ['PF_ETHUSD', 'BTC/EUR'],
    },
    localised: false,
  },
  coinbase: {
    markets: [
      [
        'https://www.coinbase.com/advanced-trade/perpetuals/BTC-PERP-INTX',
        'BTC-PERP-INTX = BTC/USDC perpetual',
      ],
      [
        'https://www.coinbase.com/en-gb/advanced-trade/perpetual/eth-perp',
        'ETH-PERP-INTX = ETH/USDC perpetual',
      ],
      [
        'https://www.coinbase.com/advanced-trade/perpetuals/1000SHIB-PERP-INTX',
        '1000SHIB-PERP-INTX = 1000 SHIB/USDC perpetual',
      ],
      ['https://www.coinbase.com/advanced-trade/futures/BIT-26DEC25-CDE', 'BIT-26DEC25-CDE = BTC/USD future'],
      [
        'https://www.coinbase.com/advanced-trade/futures/BIP-20DEC30-CDE',
        'BIP-20DEC30-CDE = BTC/USD perpetual',
      ],
      [
        'https://www.coinbase.com/advanced-trade/futures/DOP-20DEC30-CDE',
        'DOP-20DEC30-CDE = DOGE/USD perpetual',
      ],
      [
        'https://www.coinbase.com/fil/advanced-trade/perpetuals/%E9%BE%99%E8%99%BE-PERP-INTX',
        '龙虾-PERP-INTX = 龙虾/USDC perpetual',
      ],
      ['https://www.coinbase.com/advanced-trade/spot/BTC-USD', 'BTC-USD = BTC/USD spot'],
      ['https://www.coinbase.com/advanced-trade/ETH-EUR', 'ETH-EUR = ETH/EUR spot'],
    ],
    others: [
      ['https://www.coinbase.com/advanced-trade/perpetuals'],
      ['https://www.coinbase.com/advanced-trade/fcm-onboarding'],
      ['https://www.coinbase.com/advanced-trade/futures/NOL-19DEC25-CDE'],
      ['https://www.coinbase.com/price/bitcoin'],
    ],
    charts: {
      same: ['BTC-PERP-INTX', 'BTC-PERP', 'BTC-USD', 'COINBASE:BTCUSDC.P'],
      other: ['ETH-PERP-INTX', 'BIT-26DEC25-CDE'],
    },
    localised: true,
  },
  lighter: {
    markets: [
      ['https://app.lighter.xyz/trade/BTC', 'BTC = BTC/USDC perpetual'],
      ['https://app.lighter.xyz/trade/1000PEPE?locale=zh', '1000PEPE = 1000 PEPE/USDC perpetual'],
      ['https://app.lighter.xyz/trade/LIT_USDC', 'LIT_USDC = LIT/USDC spot'],
      ['https://app.lighter.xyz/trade/龙虾', '龙虾 = 龙虾/USDC perpetual'],
    ],
    others: [['https://app.lighter.xyz/trade/'], ['https://app.lighter.xyz/public-pools/1']],
    charts: { same: ['BTC', 'BTC-USD', 'BTCUSDC'], other: ['ETH', '1000BTC'] },
    localised: false,
  },
  aster: {
    markets: [
      ['https://www.asterdex.com/en/futures/v1/BTCUSDT', 'BTCUSDT = BTC/USDT perpetual'],
      ['https://www.asterdex.com/futures/ETHUSDT', 'ETHUSDT = ETH/USDT perpetual'],
      [
        'https://www.asterdex.com/en/trade/pro/futures/1000SHIBUSDT',
        '1000SHIBUSDT = 1000 SHIB/USDT perpetual',
      ],
      ['https://www.asterdex.com/en/trade/pro/spot/ASTERUSDT', 'ASTERUSDT = ASTER/USDT spot'],
      ['https://www.asterdex.com/en/futures/v1/我踏马来了USDT', '我踏马来了USDT = 我踏马来了/USDT perpetual'],
    ],
    others: [['https://www.asterdex.com/en/futures/v1'], ['https://www.asterdex.com/en/airdrop']],
    charts: { same: ['BTCUSDT', 'ASTER:BTCUSDT.P'], other: ['BTCUSD', 'ETHUSDT'] },
    localised: true,
  },
};
