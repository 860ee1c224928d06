import { say } from '../../core/i18n/say-page.ts';
import type { ShownChannels } from '../../core/ledger/messengers.ts';
import type { Refusal } from '../../core/market/refusal.ts';
import {
  hostOf,
  MESSENGER_IDS,
  type MessengerId,
  type WrittenAddress,
} from '../../core/messengers/registry.ts';
import { DiscordForm, TelegramForm } from './address-forms.tsx';
import { type MessengerActions, MessengerOption } from './messenger-option.tsx';
import { SoundOption, type SoundOptionProps } from './sound-option.tsx';

interface DeliveryProps extends SoundOptionProps, MessengerActions {
  readonly channels: ShownChannels;
  /** Messengers whose host the browser lets Plimsoll write to. */
  readonly allowed: ReadonlySet<MessengerId>;
  readonly tests: Readonly<Partial<Record<MessengerId, 'sending' | 'arrived' | 'failed'>>>;
  /** Why the last change of a messenger could not be stored. */
  readonly refused: Readonly<Partial<Record<MessengerId, Refusal | null>>>;
  readonly onAddress: (written: WrittenAddress) => void;
}

/** How a warning reaches the user beyond panel, icon and notification. */
export function Delivery({ channels, allowed, tests, refused, onAddress, ...rest }: DeliveryProps) {
  const forms = {
    telegram: <TelegramForm onAddress={(address) => onAddress({ messenger: 'telegram', address })} />,
    discord: <DiscordForm onAddress={(address) => onAddress({ messenger: 'discord', address })} />,
  };
  return (
    <section class="card" aria-labelledby="delivery">
      <h2 id="delivery">{say('delivery.title')}</h2>
      <p class="secondary">{say('delivery.about')}</p>
      <SoundOption {...rest} />
      {MESSENGER_IDS.map((id) => (
        <MessengerOption
          key={id}
          {...rest}
          id={id}
          host={hostOf(id)}
          channel={channels[id]}
          isAllowed={allowed.has(id)}
          test={tests[id] ?? null}
          refused={refused[id] ?? null}
        >
          {forms[id]}
        </MessengerOption>
      ))}
    </section>
  );
}
