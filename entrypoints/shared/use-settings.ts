import { useState } from 'preact/hooks';

import { useItem } from '../../components/ui/use-item.ts';
import { settingsItem } from '../../core/io/user-items.ts';
import type { Settings, SettingsChange } from '../../core/ledger/settings/settings.ts';
import type { Refusal } from '../../core/market/refusal.ts';
import { askWorker } from './ask-worker.ts';

/** The settings as they are stored, null until they were read, and what changes them. */
export function useSettings(): {
  readonly settings: Settings | null;
  /** Why the last change could not be stored; null where it could. */
  readonly refused: Refusal | null;
  readonly change: (change: SettingsChange) => Promise<void>;
} {
  const settings = useItem(settingsItem);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const change = async (wanted: SettingsChange) => {
    const reply = await askWorker<'change-settings'>({ kind: 'change-settings', change: wanted });
    setRefused(reply.ok ? null : reply.refusal);
  };
  return { settings, refused, change };
}
