import { useState } from 'preact/hooks';

import { Delivery } from '../../components/options/delivery.tsx';
import { useItem } from '../../components/ui/use-item.ts';
import { shownMessengersItem } from '../../core/io/user-items.ts';
import type { Settings, SettingsChange } from '../../core/ledger/settings/settings.ts';
import type { Refusal } from '../../core/market/refusal.ts';
import { MESSENGER_IDS, MESSENGERS, type MessengerId } from '../../core/messengers/registry.ts';
import { askWorker } from '../shared/ask-worker.ts';
import {
  allowMessenger,
  chooseOwnFigures,
  putMessenger,
  removeMessenger,
  tryMessenger,
  type Turn,
} from './messenger-actions.ts';

interface DeliverySectionProps {
  readonly sound: Settings['sound'];
  /** Match patterns that the browser has granted. */
  readonly origins: ReadonlySet<string>;
  readonly turn: Turn;
  readonly change: (change: SettingsChange) => Promise<void>;
}

/** The section with the browser behind it. */
export function DeliverySection({ sound, origins, turn, change }: DeliverySectionProps) {
  const channels = useItem(shownMessengersItem);
  const [tests, setTests] = useState<
    Readonly<Partial<Record<MessengerId, 'sending' | 'arrived' | 'failed'>>>
  >({});
  const [refused, setRefused] = useState<Readonly<Partial<Record<MessengerId, Refusal | null>>>>({});
  if (channels === null) return null;
  const tell = async (id: MessengerId, change: Promise<Refusal | null>) => {
    const refusal = await change;
    setRefused((before) => ({ ...before, [id]: refusal }));
  };
  const test = async (id: MessengerId) => {
    setTests((before) => ({ ...before, [id]: 'sending' }));
    const state = (await tryMessenger(id)) ? 'arrived' : 'failed';
    setTests((before) => ({ ...before, [id]: state }));
  };
  return (
    <Delivery
      {...{ sound, channels, tests, refused }}
      allowed={new Set(MESSENGER_IDS.filter((id) => origins.has(MESSENGERS[id].origin)))}
      onSound={(wanted) => void change({ sound: wanted })}
      onTone={(tone) => void askWorker<'try-tone'>({ kind: 'try-tone', tone })}
      onAddress={(written) => void tell(written.messenger, putMessenger(turn, written))}
      onTry={(id) => void test(id)}
      onRemove={(id) => void tell(id, removeMessenger(turn, id))}
      onOwnFigures={(id, wanted) => void tell(id, chooseOwnFigures(id, wanted))}
      onAllow={(id) => void allowMessenger(turn, id)}
    />
  );
}
