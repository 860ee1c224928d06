import type { PopupStore } from '../../components/popup/popup-store.ts';
import { shownMessengersItem } from '../../core/io/user-items.ts';
import { isOff, type ShownChannels } from '../../core/ledger/messengers.ts';
import { MESSENGER_IDS } from '../../core/messengers/registry.ts';

/** Puts into the store, now and whenever it changes, which messengers are told and which have been switched off. */
export async function followMessengers(store: PopupStore): Promise<void> {
  const show = (channels: ShownChannels) => {
    const given = MESSENGER_IDS.flatMap((id) => {
      const channel = channels[id];
      return channel === null ? [] : [{ id, isSilent: isOff(channel) }];
    });
    store.setState({
      messengers: given.flatMap(({ id, isSilent }) => (isSilent ? [] : [id])),
      silentMessengers: given.flatMap(({ id, isSilent }) => (isSilent ? [id] : [])),
    });
  };
  shownMessengersItem.watch(show);
  show(await shownMessengersItem.getValue());
}
