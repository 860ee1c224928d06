import type { PopupStore } from '../../components/popup/popup-store.ts';
import { shownMessengersItem } from '../../core/io/user-items.ts';
import { isOff, type ShownChannels } from '../../core/ledger/messengers.ts';
import { MESSENGER_IDS } from '../../core/messengers/registry.ts';

/** Puts into the store, now and whenever it changes, which messengers have been switched off. */
export async function followMessengers(store: PopupStore): Promise<void> {
  const show = (channels: ShownChannels) => {
    const silentMessengers = MESSENGER_IDS.filter((id) => {
      const channel = channels[id];
      return channel !== null && isOff(channel);
    });
    store.setState({ silentMessengers });
  };
  shownMessengersItem.watch(show);
  show(await shownMessengersItem.getValue());
}
