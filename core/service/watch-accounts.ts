import { accountPositions } from '../ledger/accounts/account-positions.ts';
import { accountState } from '../ledger/accounts/account-state.ts';
import type { WatchedAccount } from '../ledger/accounts/accounts.ts';
import type { Ports } from '../ledger/ports.ts';
import { marketId } from '../market/asset.ts';
import { MINUTE_MS } from '../market/time.ts';
import { askAccount, isLeftAlone } from '../sources/ask-account.ts';
import type { HostGate } from '../sources/host-gate.ts';
import type { Venue } from '../venues/venue.ts';

/** What holds nothing is asked for with every so many polls only. */
const EMPTY_PERIOD_MS = 5 * MINUTE_MS;
/** Somebody who looks is told what is at most so old. */
const LOOK_MS = 15_000;
/** No question starts later. */
const ASK_MS = 10_000;

interface AccountWatch {
  /**
   * Asks for the accounts that are due, side by side.
   * @param isLooking somebody has just opened a view of them
   * @returns whether they hold something in a market in which none of them did before
   * @throws StorageError
   */
  readonly ask: (isLooking: boolean) => Promise<boolean>;
}

/** @param periodMs from one question to the next of an account that holds something */
export function createAccountWatch(
  ports: Pick<Ports, 'clock' | 'storage'>,
  gate: HostGate,
  venue: Venue,
  periodMs: number,
): AccountWatch {
  const { clock, storage } = ports;
  const source = venue.publicPositions?.account ?? null;
  let last: Promise<unknown> = Promise.resolve();

  const isDue = (account: WatchedAccount, isLooking: boolean): boolean => {
    const nowMs = clock.nowMs();
    if (account.told === null) return true;
    if (isLeftAlone(account, nowMs)) return false;
    const isEmpty = ['none', 'missing', 'agent'].includes(accountState(account).kind);
    const ownMs = isEmpty ? EMPTY_PERIOD_MS : periodMs;
    return Math.abs(nowMs - account.told.askedAtMs) >= (isLooking ? LOOK_MS : ownMs);
  };

  const askDue = async (isLooking: boolean): Promise<boolean> => {
    const due = (await storage.readAccounts()).filter((account) => isDue(account, isLooking));
    if (source === null || due.length === 0) return false;
    const scope = { ports, gate, venue, source, deadlineMs: clock.deviceMs() + ASK_MS };
    const asked = await Promise.all(
      due.map(async (account) => {
        const told = await askAccount(scope, account);
        await storage.tellAccount(account.id, told);
        const before = marketsOf(account);
        return marketsOf({ ...account, told }).some((market) => !before.includes(market));
      }),
    );
    return asked.includes(true);
  };

  return {
    ask: (isLooking) => {
      const turn = last.then(() => askDue(isLooking));
      last = turn.catch(() => null);
      return turn;
    },
  };
}

const marketsOf = (account: WatchedAccount): readonly string[] => accountPositions([account]).map(marketId);
