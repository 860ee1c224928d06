import type { PanelPlace } from '../../core/ledger/place.ts';
import type { PanelStore } from '../overlay/panel-store.ts';

/** Hides the panel, or brings it back in the form that was seen last; returns its place then. */
export function panelToggle(store: PanelStore): () => PanelPlace {
  let shown: PanelPlace['form'] = 'card';
  const remember = ({ place: { form } }: { readonly place: PanelPlace }) => {
    if (form !== 'closed') shown = form;
  };
  remember(store.getState());
  store.subscribe(remember);
  return () => {
    const { place } = store.getState();
    const next: PanelPlace = { ...place, form: place.form === 'closed' ? shown : 'closed' };
    store.setState({ place: next });
    return next;
  };
}
