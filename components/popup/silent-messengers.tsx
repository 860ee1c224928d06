import { say } from '../../core/i18n/say-own.ts';
import { useStore } from '../ui/use-store.ts';
import type { PopupStore } from './popup-store.ts';

/** Says which messengers are written to no more, and leads to where a test brings them back. */
export function SilentMessengers({ store }: { readonly store: PopupStore }) {
  const silent = useStore(store, (state) => state.silentMessengers);
  if (silent.length === 0) return null;
  const names = silent.map((id) => say(`messenger.${id}`));
  return (
    <p class="notice warn" role="alert">
      <span>{say('messenger.off.popup', { names, count: names.length })}</span>
      <a class="button" href="/options.html#delivery" target="_blank">
        {say('messenger.off.open')}
      </a>
    </p>
  );
}
