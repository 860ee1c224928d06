import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';

import type { PanelStore } from '../../components/overlay/panel-store.ts';
import type { FollowTable } from '../../components/page/position-table/follow-table.ts';
import { POSITION_TABLE_NAME } from '../../components/page/position-table/position-table-name.ts';
import type { Site } from '../../core/sites/site.ts';
import { tellTable } from './ask-chart.ts';

/** Has the page's own table of positions read as long as the user wants that of its site; nothing is loaded before. */
export function readTables(ctx: ContentScriptContext, store: PanelStore, site: Site): void {
  if (site.table === undefined) return;
  let stop: (() => void) | null = null;
  let isOn = false;
  const turn = async (wanted: boolean): Promise<void> => {
    if (wanted === isOn) return;
    isOn = wanted;
    stop?.();
    stop = null;
    const follow = wanted ? await loadTable() : null;
    // It may have been switched off, or on anew, meanwhile.
    if (isOn && stop === null && follow !== null) stop = follow(site, (reading) => void tellTable(reading));
  };
  const isWanted = () => store.getState().pageTables.some((one) => one === site.id);
  ctx.onInvalidated(store.subscribe(() => void turn(isWanted())));
  ctx.onInvalidated(() => void turn(false));
  void turn(isWanted());
}

/** The reader's script, loaded into the extension's own world of the page; null where it cannot be. */
async function loadTable(): Promise<FollowTable | null> {
  try {
    await import(/* @vite-ignore */ browser.runtime.getURL('/position-table.js' as never));
  } catch {
    return null;
  }
  return (globalThis as { readonly [POSITION_TABLE_NAME]?: FollowTable })[POSITION_TABLE_NAME] ?? null;
}
