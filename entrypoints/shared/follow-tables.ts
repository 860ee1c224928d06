import type { PopupStore } from '../../components/popup/popup-store.ts';
import { settingsItem, shownTablesItem } from '../../core/io/user-items.ts';
import { activeTables, shownPositions, type ShownTables } from '../../core/ledger/shown-tables.ts';
import { assetText } from '../../core/market/asset.ts';

/** Tables lapse without a word. */
const LOOK_MS = 1_000;

/**
 * Keeps in the store what open pages show in their own tables, as long as it holds. @param follow puts a coin's report and
 * tiers there. @param nowMs the venues' time
 */
export async function followTables(
  store: PopupStore,
  follow: (name: string) => void,
  nowMs: () => number,
): Promise<void> {
  let tables: ShownTables = {};
  let sites: readonly string[] = [];
  const show = () => {
    const before = store.getState().tables;
    const active = activeTables(tables, sites, nowMs());
    if (active.length === before.length && active.every((table, index) => table === before[index])) return;
    store.setState({ tables: active });
    for (const position of shownPositions(active)) follow(assetText(position));
  };
  shownTablesItem.watch((next) => {
    tables = next;
    show();
  });
  settingsItem.watch(({ pageTables }) => {
    sites = pageTables;
    show();
  });
  const [stored, settings] = await Promise.all([shownTablesItem.getValue(), settingsItem.getValue()]);
  tables = stored;
  sites = settings.pageTables;
  show();
  setInterval(show, LOOK_MS);
}
