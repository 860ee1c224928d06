import { browser } from 'wxt/browser';

import type { MountPanelBody } from '../../components/overlay/mount-panel-body.tsx';
import { PANEL_BODY_NAME } from '../../components/overlay/panel-body-name.ts';
import type { Words } from '../../core/i18n/say.ts';
import { wordsLearnt } from './learn-words.ts';

type OpenBody = (words: Words) => MountPanelBody;

/** The script of the panel's body, loaded into the extension's own world of the page; null where it cannot be. */
export async function loadBody(): Promise<MountPanelBody | null> {
  try {
    await import(/* @vite-ignore */ browser.runtime.getURL('/panel-body.js' as never));
  } catch {
    return null;
  }
  const words = wordsLearnt();
  const open = (globalThis as { readonly [PANEL_BODY_NAME]?: OpenBody })[PANEL_BODY_NAME];
  return words === null ? null : (open?.(words) ?? null);
}
