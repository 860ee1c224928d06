import type { AssetClass } from './asset-class.ts';

/** What a name stands for where it is not its own: the asset, and how many of it one quoted unit holds. */
export interface NameMeaning {
  readonly base?: string;
  /** Absent: what the digits in the name say, else 1. */
  readonly multiplier?: number;
  readonly assetClass?: AssetClass;
}

const thousandOf = (base: string): NameMeaning => ({ base, multiplier: 1000 });

/**
 * Names that mean the same wherever they are used. A K before a name is a thousand only for these: KAITO and KAVA are
 * coins of their own.
 */
export const COMMON_NAMES: Readonly<Record<string, NameMeaning>> = {
  XBT: { base: 'BTC' },
  XDG: { base: 'DOGE' },
  NEIROCTO: { base: 'NEIRO' },
  PUMPFUN: { base: 'PUMP' },
  KBONK: thousandOf('BONK'),
  KDOGS: thousandOf('DOGS'),
  KFLOKI: thousandOf('FLOKI'),
  KLUNC: thousandOf('LUNC'),
  KNEIRO: thousandOf('NEIRO'),
  KPEPE: thousandOf('PEPE'),
  KSHIB: thousandOf('SHIB'),
  SP500: { base: 'US500', assetClass: 'index' },
  SPX500: { base: 'US500', assetClass: 'index' },
};

/**
 * Names of a venue's or site's own, by its id, mostly because the usual one was taken. NEIRO is the one that the
 * community took over; where it goes by NEIROCTO, the plain name is that of the one listed first, NEIROETH elsewhere.
 */
export const OWN_NAMES: Readonly<Record<string, Readonly<Record<string, NameMeaning>>>> = {
  binance: {
    BEAMX: { base: 'BEAM' },
    LUNA2: { base: 'LUNA' },
    // Build On BNB; BOB is Build on Bitcoin.
    '1000000BOB': { base: 'BOBBNB', multiplier: 1e6 },
    牛来: { base: 'NIULAI' },
  },
  bybit: {
    BBX: { base: 'BB', assetClass: 'equity' },
    LUNA2: { base: 'LUNA' },
    NEIRO: { base: 'NEIROETH' },
  },
  // A tenth of what others call one: half a dozen venues quote ten times its prices.
  okx: { OPENAI: { multiplier: 0.1 }, ANTHROPIC: { multiplier: 0.1 } },
  hyperliquid: {
    'mkts:US500': { base: 'US500', multiplier: 0.1 },
    // Bridged to its spot exchange.
    UBTC: { base: 'BTC' },
    UETH: { base: 'ETH' },
    USOL: { base: 'SOL' },
  },
  mexc: {
    FILECOIN: { base: 'FIL' },
    LUNANEW: { base: 'LUNA' },
    NEIRO: { base: 'NEIROETH' },
    RAYSOL: { base: 'RAY' },
    TONCOIN: { base: 'TON' },
    TRUMPOFFICIAL: { base: 'TRUMP' },
  },
  dexscreener: {
    // Wrapped to be traded in a pool.
    CBBTC: { base: 'BTC' },
    WBTC: { base: 'BTC' },
    WETH: { base: 'ETH' },
    WSOL: { base: 'SOL' },
  },
};

/**
 * Names of one thing that is no coin; told apart by class first, because coins carry some of them. Each was quoted within
 * 0.3 % of the common one in recordings of September 2026.
 */
export const NAMES_IN_CLASS: Readonly<Partial<Record<AssetClass, Readonly<Record<string, string>>>>> = {
  equity: { ANTHROP: 'ANTHROPIC', SMSN: 'SAMSUNG' },
  commodity: {
    BRENT: 'BZ',
    GOLD: 'XAU',
    NG: 'NATGAS',
    SILVER: 'XAG',
    WTI: 'CL',
    WTIOIL: 'CL',
    XBR: 'BZ',
    XNG: 'NATGAS',
    XTI: 'CL',
  },
  currency: { AUD: 'AUDUSD', EUR: 'EURUSD', GBP: 'GBPUSD' },
};

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Tokens that venues file under metals or currencies because of what stands behind them. */
export const TOKENS = words('PAXG XAUT USDC');

/** Names that mean one thing everywhere, by what it is; they decide where nobody else says. */
export const KNOWN_CLASSES: ReadonlyMap<AssetClass, ReadonlySet<string>> = new Map<
  AssetClass,
  ReadonlySet<string>
>([
  ['crypto', words('BNB BTC DOGE ETH HYPE SOL XRP ZEC')],
  [
    'equity',
    words(
      'AAPL AMD AMZN ANTHROPIC BABA CRCL GOOGL HOOD INTC MSFT MSTR NFLX NVDA OPENAI ORCL PLTR QQQ SAMSUNG SPY TSLA TSM',
    ),
  ],
  ['commodity', words('BRENT BRENTOIL COPPER NATGAS USOIL WTI WTIOIL XAG XAU XCU XPD XPT')],
  [
    'index',
    words(
      'AUS200 B200 BTCD GER40 H100 HK50 JP225 JPN225 KOSPI KR200 NAS100 NASDAQ100 NIFTY OTHERS TOTAL2 UK100 US100 US2000 US30 US500 USTECH VIX XYZ100',
    ),
  ],
  ['currency', words('AUDUSD EURUSD GBPUSD NZDUSD USDCAD USDCHF USDHKD USDJPY USDKRW')],
]);
