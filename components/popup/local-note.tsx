import { say } from '../../core/i18n/say-own.ts';
import { useStore } from '../ui/use-store.ts';
import type { PopupStore } from './popup-store.ts';

interface LocalNoteProps {
  readonly store: PopupStore;
  readonly hasAddresses: boolean;
}

/** What became of the last thing that was asked for, or what of positions leaves the device. */
export function LocalNote({ store, hasAddresses }: LocalNoteProps) {
  const notice = useStore(store, (state) => state.notice);
  const messengers = useStore(store, (state) => state.messengers);
  return (
    <p class={`secondary ${notice?.kind === 'failed' ? 'bad' : ''}`} role="status">
      {notice?.text ??
        localText(
          messengers.map((id) => say(`messenger.${id}`)),
          hasAddresses,
        )}
    </p>
  );
}

function localText(names: readonly string[], hasAddresses: boolean): string {
  if (names.length > 0) return say(hasAddresses ? 'popup.local.both' : 'popup.local.messengers', { names });
  return say(hasAddresses ? 'popup.local.addresses' : 'popup.local');
}
