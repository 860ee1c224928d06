import { render } from 'preact';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { createShadowRootUi } from 'wxt/utils/content-script-ui/shadow-root';

import type { PanelActions } from '../../components/overlay/panel-actions.ts';
import type { PanelStore } from '../../components/overlay/panel-store.ts';
import { Panel } from '../../components/overlay/panel.tsx';

const KEYS_AND_WHEEL = ['keydown', 'keyup', 'keypress', 'wheel'];
const ACTIONS = ['click', 'pointerdown', 'keydown'];

/** Puts the panel into a shadow root of its own; returns what takes it away without a trace. */
export async function mountPanel(
  ctx: ContentScriptContext,
  store: PanelStore,
  actions: PanelActions,
): Promise<() => void> {
  const ui = await createShadowRootUi(ctx, {
    name: 'plimsoll-panel',
    position: 'inline',
    anchor: 'html',
    append: 'last',
    mode: 'open',
    isolateEvents: KEYS_AND_WHEEL,
    onMount: (container, shadow) => {
      for (const type of ACTIONS) shadow.addEventListener(type, refuseScripted, { capture: true });
      render(<Panel store={store} actions={actions} />, container);
      return container;
    },
    onRemove: (container) => {
      if (container) render(null, container);
    },
  });
  ui.mount();
  return () => ui.remove();
}

/** The page can reach into an open shadow root; it must not press our buttons. */
function refuseScripted(event: Event): void {
  if (event.isTrusted) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}
