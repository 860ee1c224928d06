import type { SitePages } from './site-pages.ts';

const POOL = 'https://dexscreener.com/solana/ep2ib6dydeeqd8mfe2ezhcxx3kp3k2elkkirfpm5eymx';

/** Sites that show the markets of others. */
export const PAGES_OF_CHARTS: Readonly<Record<string, SitePages>> = {
  tradingview: {
    markets: [
      [
        'https://www.tradingview.com/chart/?symbol=BINANCE:BTCUSDT.P',
        'BINANCE:BTCUSDT.P = BTC/USDT perpetual',
      ],
      [
        'https://de.tradingview.com/chart/aB3dE/?symbol=BYBIT%3A1000PEPEUSDT.P',
        'BYBIT:1000PEPEUSDT.P = 1000 PEPE/USDT perpetual',
      ],
      [
        'https://www.tradingview.com/chart/?symbol=KRAKEN%3AXBTUSD.PM',
        'KRAKEN:XBTUSD.PM = BTC/USD perpetual',
      ],
      ['https://www.tradingview.com/chart/?symbol=BYBIT:BTCUSDH2026', 'BYBIT:BTCUSDH2026 = BTC/USD future'],
      [
        'https://www.tradingview.com/chart/?symbol=BINANCE%3A%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9FUSDT.P',
        'BINANCE:币安人生USDT.P = 币安人生/USDT perpetual',
        '币安人生USDT.P 0.3122 ▲ +1.02% Layout',
      ],
      [
        'https://www.tradingview.com/chart/?symbol=HYPERLIQUID:KPEPEUSDC.P',
        'HYPERLIQUID:KPEPEUSDC.P = 1000 PEPE/USDC perpetual',
      ],
      [
        'https://www.tradingview.com/chart/?symbol=HYPERLIQUID:KAITOUSDC.P',
        'HYPERLIQUID:KAITOUSDC.P = KAITO/USDC perpetual',
      ],
      [
        'https://www.tradingview.com/chart/?symbol=MEXC:CATSTOCKUSDT.P',
        'MEXC:CATSTOCKUSDT.P = CAT/USDT perpetual equity',
      ],
      [
        'https://www.tradingview.com/chart/?symbol=OKX:OPENAIUSDT.P',
        'OKX:OPENAIUSDT.P = 0.1 OPENAI/USDT perpetual equity',
      ],
      ['https://www.tradingview.com/chart/?symbol=COINBASE:BTCUSD', 'COINBASE:BTCUSD = BTC/USD spot'],
      [
        'https://www.tradingview.com/chart/aB3dE/',
        'SOLUSDT.P = SOL/USDT perpetual',
        'SOLUSDT.P 141.22 ▲ +1.02% Layout',
      ],
      [
        'https://www.tradingview.com/chart/aB3dE/?symbol=BINANCE:BTCUSDT.P',
        'SOLUSDT.P = SOL/USDT perpetual',
        'SOLUSDT.P 141.22 ▼ −1.02% Layout',
      ],
      [
        'https://www.tradingview.com/chart/aB3dE/?symbol=BINANCE:BTCUSDT.P',
        'BINANCE:BTCUSDT.P = BTC/USDT perpetual',
        'BTCUSDT.P 90,912.1 ▲ +1.02% Layout',
      ],
    ],
    others: [
      ['https://www.tradingview.com/chart/'],
      ['https://www.tradingview.com/symbols/BTCUSDT.P/?symbol=BINANCE:BTCUSDT.P'],
      ['https://www.tradingview.com/chart/?symbol=NASDAQ:NVDA'],
      ['https://www.tradingview.com/chart/?symbol=FX:EURUSD'],
      ['https://www.tradingview.com/chart/?symbol=CRYPTOCAP:USDT.D'],
      ['https://www.tradingview.com/chart/?symbol=BINANCE:BTCUSDT/BINANCE:ETHUSDT'],
      ['https://www.tradingview.com/chart/?symbol=BINANCE:BTCUSDT.P', 'NVDA 181.2 ▲ +0.4% Layout'],
      ['https://www.tradingview.com/chart/', 'EURUSD 1.15 ▲ +0.4% Layout'],
    ],
    charts: {
      same: ['BINANCE:BTCUSDT.P', 'BTCUSDT.P'],
      other: ['BINANCE:BTCUSDT', 'BINANCE:ETHUSDT.P', 'BINANCE:BTCUSDTH2026'],
    },
    localised: false,
  },
  coinglass: {
    markets: [
      ['https://www.coinglass.com/tv/Binance_BTCUSDT', 'Binance_BTCUSDT = BTC/USDT perpetual'],
      ['https://www.coinglass.com/tv/zh-TW/Binance_ETHUSDT', 'Binance_ETHUSDT = ETH/USDT perpetual'],
      ['https://www.coinglass.com/tv/zh/Hyperliquid_BTC-USD', 'Hyperliquid_BTC-USD = BTC/USD perpetual'],
      ['https://legend.coinglass.com/tv/OKX_BTC-USDT-SWAP', 'OKX_BTC-USDT-SWAP = BTC/USDT perpetual'],
      [
        'https://www.coinglass.com/tv/fil/Binance_币安人生USDT',
        'Binance_币安人生USDT = 币安人生/USDT perpetual',
      ],
      ['https://www.coinglass.com/tv/Bitmex_XBTUSD', 'Bitmex_XBTUSD = BTC/USD perpetual'],
      ['https://www.coinglass.com/tv/Deribit_BTC-26JUN26', 'Deribit_BTC-26JUN26 = BTC/USD future'],
    ],
    others: [
      ['https://www.coinglass.com/tv/layout/s9'],
      ['https://www.coinglass.com/tv/layout/Binance_BTCUSDT'],
      ['https://www.coinglass.com/BitcoinOpenInterest'],
      ['https://legend.coinglass.com/chart'],
    ],
    charts: {
      same: ['Binance_BTCUSDT', 'Binance:BTCUSDT', 'BTCUSDT'],
      other: ['Binance_ETHUSDT', 'ETHUSDT'],
    },
    localised: false,
  },
  dexscreener: {
    markets: [
      [
        POOL,
        'solana/ep2ib6dydeeqd8mfe2ezhcxx3kp3k2elkkirfpm5eymx = WIF/SOL spot',
        'WIF $2.31 - dogwifhat / SOL on Solana / Raydium - DEX Screener',
      ],
      [
        'https://dexscreener.com/bsc/0x66f289de31ef70d52186729d2637ac978cfc56b1',
        'bsc/0x66f289de31ef70d52186729d2637ac978cfc56b1 = 币安人生/BNB spot',
        '币安人生 $0.31 - 币安人生 / BNB on BSC / PancakeSwap - DEX Screener',
      ],
      [
        'https://dexscreener.com/ethereum/0x88e6a0c2ddd26feeb64f039a2c41296fcb3f5640',
        'ethereum/0x88e6a0c2ddd26feeb64f039a2c41296fcb3f5640 = ETH/USDC spot',
        'WETH $3,101.50 - Wrapped Ether / USDC on Ethereum / Uniswap - DEX Screener',
      ],
    ],
    others: [
      [POOL],
      [POOL, 'Buy BTC now - DEX Screener'],
      ['https://dexscreener.com/solana'],
      ['https://dexscreener.com/watchlist', 'WIF $2.31 - dogwifhat / SOL on Solana / Raydium - DEX Screener'],
    ],
    charts: { same: [], other: ['WIF/SOL', 'WIFUSD', 'WIF'] },
    localised: false,
  },
};
