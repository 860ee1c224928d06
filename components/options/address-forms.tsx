import { useId, useState } from 'preact/hooks';

import { say } from '../../core/i18n/say-page.ts';
import { readWebhook } from '../../core/messengers/discord.ts';
import type { AddressOf, MessengerId } from '../../core/messengers/registry.ts';
import { readBot } from '../../core/messengers/telegram.ts';

interface AddressFormProps<Id extends MessengerId> {
  readonly onAddress: (address: AddressOf<Id>) => void;
}

/** A bot's token and the chat in which it writes. */
export function TelegramForm({ onAddress }: AddressFormProps<'telegram'>) {
  const [token, setToken] = useState('');
  const [chat, setChat] = useState('');
  const [wrong, setWrong] = useState<'token' | 'chat' | null>(null);
  const save = (event: Event) => {
    event.preventDefault();
    const address = readBot(token, chat);
    if (typeof address === 'string') return setWrong(address);
    setWrong(null);
    onAddress(address);
  };
  return (
    <form class="row address" onSubmit={save}>
      <SecretField
        label={say('messenger.telegram.token')}
        problem={wrong === 'token' ? say('messenger.telegram.wrong-token') : null}
        onInput={setToken}
      />
      <SecretField
        isShown
        label={say('messenger.telegram.chat')}
        problem={wrong === 'chat' ? say('messenger.telegram.wrong-chat') : null}
        onInput={setChat}
      />
      <SaveButton id="telegram" />
    </form>
  );
}

/** The address of a webhook. */
export function DiscordForm({ onAddress }: AddressFormProps<'discord'>) {
  const [text, setText] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const save = (event: Event) => {
    event.preventDefault();
    const address = readWebhook(text);
    setIsWrong(address === null);
    if (address !== null) onAddress(address);
  };
  return (
    <form class="row address" onSubmit={save}>
      <SecretField
        label={say('messenger.discord.webhook')}
        problem={isWrong ? say('messenger.discord.wrong') : null}
        onInput={setText}
      />
      <SaveButton id="discord" />
    </form>
  );
}

const SaveButton = ({ id }: { readonly id: MessengerId }) => (
  <button type="submit" class="button" aria-label={say('messenger.save', { name: say(`messenger.${id}`) })}>
    {say('messenger.save.short')}
  </button>
);

interface SecretFieldProps {
  readonly label: string;
  /** It is no secret and may be read over the shoulder. */
  readonly isShown?: boolean;
  readonly problem: string | null;
  readonly onInput: (text: string) => void;
}

function SecretField({ label, isShown = false, problem, onInput }: SecretFieldProps) {
  const id = useId();
  const field = {
    autocomplete: 'off',
    spellcheck: false,
    'aria-invalid': problem !== null,
    'aria-describedby': problem === null ? undefined : id,
    onInput: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) =>
      onInput(currentTarget.value),
  };
  return (
    <span class="address-field">
      <label>
        {label} {isShown ? <input class="short" {...field} /> : <input type="password" {...field} />}
      </label>
      {problem !== null && (
        <span class="problem" role="alert" id={id}>
          {problem}
        </span>
      )}
    </span>
  );
}
