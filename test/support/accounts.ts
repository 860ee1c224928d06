import type { HeldPosition } from '../../core/market/account.ts';
import type { WatchedAccount } from '../../core/ledger/accounts/accounts.ts';
import { type KeptBook, NOTHING_TOLD, type ToldAccount } from '../../core/ledger/accounts/told-account.ts';

export const ADDRESS = `0x${'12ab'.repeat(10)}`;

/** Half a bitcoin bought at 90,000 with 4,500 dollars of its own, marked at 91,000. */
export const buildHeld = (overrides: Partial<HeldPosition> = {}): HeldPosition => ({
  base: 'BTC',
  instrument: 'BTC',
  side: 'long',
  sizeBase: 0.5,
  entryPrice: 90_000,
  markPrice: 91_000,
  liquidationPrice: 82_025.3164556962,
  maxLeverage: 40,
  isolatedMarginUsd: 4500,
  ...overrides,
});

export const buildBook = (overrides: Partial<KeptBook> = {}): KeptBook => ({
  builder: null,
  atMs: 1_000_000,
  askedAtMs: 1_000_000,
  positions: [buildHeld()],
  crossWalletUsd: 0,
  exits: null,
  ...overrides,
});

export const buildTold = (overrides: Partial<ToldAccount> = {}): ToldAccount => ({
  ...NOTHING_TOLD,
  askedAtMs: 1_000_000,
  builders: { askedAtMs: 1_000_000, value: [] },
  books: [buildBook()],
  ...overrides,
});

export const buildAccount = (overrides: Partial<WatchedAccount> = {}): WatchedAccount => ({
  id: 'account',
  address: ADDRESS,
  label: null,
  told: buildTold(),
  ...overrides,
});
