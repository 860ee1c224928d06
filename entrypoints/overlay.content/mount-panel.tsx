import { render } from 'preact';
import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';

import type { PanelActions } from '../../components/overlay/panel-actions.ts';
import type { PanelStore } from '../../components/overlay/panel-store.ts';
import { Panel } from '../../components/overlay/panel.tsx';
import { guardPresses } from '../../components/page/guard/guard-presses.ts';
import { createOwnHost } from '../../components/page/own-host.ts';
import type { MountedPanel } from '../../components/page/page-panel.ts';
import { loadBody } from './load-body.ts';

/** What happens in the panel is not the page's: typing fires no hot key, the wheel zooms no chart. */
const KEPT_INSIDE = ['keydown', 'keyup', 'keypress', 'wheel'];

/** Built by WXT beside this script, which declares `cssInjectionMode: 'ui'`. */
const STYLE_PATH = '/content-scripts/overlay.css';

/**
 * Puts the panel into a shadow root that the page cannot open. WXT's `createShadowRootUi` would do the same for three
 * more kilobytes of the content script's budget.
 */
export async function mountPanel(
  ctx: ContentScriptContext,
  store: PanelStore,
  actions: PanelActions,
): Promise<MountedPanel> {
  const response = await fetch(browser.runtime.getURL(STYLE_PATH as never));
  const css = await response.text();
  const { root: shadow, put, remove } = createOwnHost('panel');
  const style = document.createElement('style');
  style.textContent = `:host { all: initial !important; }\n${css}`;
  const container = document.createElement('div');
  shadow.append(style, container);
  const guard = guardPresses(shadow, (isCounted) => {
    if (store.getState().isPressRefused === isCounted) store.setState({ isPressRefused: !isCounted });
  });
  for (const type of KEPT_INSIDE) shadow.addEventListener(type, (event) => event.stopPropagation());
  if (!ctx.isInvalid) {
    render(<Panel {...{ store, actions, loadBody, guard }} />, container);
    put();
    ctx.onInvalidated(() => {
      render(null, container);
      remove();
    });
  }
  return { box: () => container.firstElementChild?.getBoundingClientRect() ?? null, mend: put };
}
