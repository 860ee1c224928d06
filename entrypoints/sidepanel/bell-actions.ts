import type { PanelStore } from '../../components/overlay/panel-store.ts';
import type { BellActions } from '../../components/sidepanel/bell-actions.ts';
import type { SideStore } from '../../components/sidepanel/side-store.ts';
import { bellsItem } from '../../core/io/user-items.ts';
import { askWorker } from '../shared/ask-worker.ts';
import { requestBy } from '../shared/market-actions.ts';

/** Keeps the store told the user's bells; what the buttons around them do. */
export async function bellActions(panel: PanelStore, side: SideStore): Promise<BellActions> {
  const request = requestBy(panel, askWorker);
  bellsItem.watch((bells) => side.setState({ bells }));
  side.setState({ bells: await bellsItem.getValue() });
  return {
    onPutBell: (bell) => void request<'put-bell'>({ kind: 'put-bell', bell }),
    onRemoveBell: (id) => void request<'remove-bell'>({ kind: 'remove-bell', id }),
  };
}
