import { say } from '../../core/i18n/say-own.ts';
import { accountState } from '../../core/ledger/accounts/account-state.ts';
import type { WatchedAccount } from '../../core/ledger/accounts/accounts.ts';
import { shortAddress } from '../../core/market/account.ts';
import { MINUTE_MS } from '../../core/market/time.ts';
import { formatAge } from '../ui/format.ts';

/** What an account is called: by its owner, else by its address as far as one can tell it apart. */
export const accountName = ({ label, address }: Pick<WatchedAccount, 'label' | 'address'>): string =>
  label ?? shortAddress(address);

/** A figure that is older is said to be. */
export const STALE_MS = 3 * MINUTE_MS;

interface AccountWords {
  readonly text: string;
  /** What keeps it from being read; null where nothing does. */
  readonly trouble: string | null;
  readonly isBad: boolean;
}

/** What is known of an account, as sentences. */
export function accountWords(account: WatchedAccount, nowMs: number): AccountWords {
  const { kind, positions, atMs, failure } = accountState(account);
  const reason = failure && say(`reason.${failure.code}`, { names: ['Hyperliquid'] });
  const age = atMs === null ? '' : formatAge(nowMs - atMs);
  const isOld = atMs !== null && nowMs - atMs > STALE_MS;
  const trouble = reason && say(isOld ? 'account.again' : 'account.part', { reason });
  switch (kind) {
    case 'held':
      return { text: say('account.state.held', { positions, age }), trouble, isBad: isOld };
    case 'none':
      return { text: say('account.state.none', { age }), trouble, isBad: isOld };
    case 'failed':
      return { text: say('account.state.failed', { reason: reason ?? '' }), trouble: null, isBad: true };
    default:
      return { text: say(`account.state.${kind}`), trouble: null, isBad: kind !== 'asking' };
  }
}
