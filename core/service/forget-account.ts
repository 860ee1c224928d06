import { forgetOwn } from '../alerts/forget-own.ts';
import { namesAccount } from '../ledger/accounts/account-positions.ts';
import type { Ports } from '../ledger/ports.ts';

/**
 * Removes every warning about a position of an account, where the rules remember it, in the reports that views read and
 * among the system's notifications. Safe to repeat.
 * @throws StorageError
 */
export async function forgetAccount(
  { database, storage, notifications }: Pick<Ports, 'database' | 'storage' | 'notifications'>,
  accountId: string,
): Promise<void> {
  const isOf = (name: string): boolean => namesAccount(name, accountId);
  for (const key of await database.keys('alerts', [])) {
    // Read just before it is written: a poll may write it, too.
    const value = await database.get('alerts', key);
    if (value === null) continue;
    const gone = value.state.given.filter(({ id }) => isOf(id)).map(({ id }) => id);
    if (isOf(JSON.stringify(value))) {
      const state = forgetOwn(value.state, isOf);
      const untold = value.untold.filter((id) => !isOf(id));
      await database.commit([{ store: 'alerts', key, value: { ...value, state, untold } }]);
    }
    await Promise.all(gone.map((id) => notifications.withdraw(id)));
    const report = await storage.readReport(String(key[0]));
    if (report === null) continue;
    const warnings = report.warnings?.filter(({ id }) => !isOf(id)) ?? [];
    if (warnings.length !== report.warnings?.length) await storage.writeReport({ ...report, warnings });
  }
}
