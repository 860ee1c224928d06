import { say } from '../../core/i18n/say.ts';
import { useStore } from '../ui/use-store.ts';
import type { PanelStore } from './panel-store.ts';

/** Why nothing happened; it stands until a press counts. */
export function PressRefused({ store }: { readonly store: PanelStore }) {
  const isRefused = useStore(store, (state) => state.isPressRefused);
  return (
    <p class="press-refused secondary" role="status">
      {isRefused && say('panel.press-refused')}
    </p>
  );
}
