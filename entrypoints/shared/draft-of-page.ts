import { firstDraft } from '../../components/popup/first-draft.ts';
import type { PositionDraft } from '../../components/popup/position-draft.ts';
import { reportItem } from '../../core/io/storage-shared.ts';
import { accountsItem, positionsItem, settingsItem } from '../../core/io/user-items.ts';
import { accountPositions } from '../../core/ledger/accounts/account-positions.ts';
import { assetOfMarket, marketId } from '../../core/market/asset.ts';
import type { PageMarket } from '../../core/market/page-market.ts';

/** The form for what a page shows; where it shows no market, for the first coin of the watch list. */
export async function draftOfPage(page: PageMarket | null): Promise<PositionDraft> {
  const [{ watchList }, own, accounts] = await Promise.all([
    settingsItem.getValue(),
    positionsItem.getValue(),
    accountsItem.getValue(),
  ]);
  const positions = [...own, ...accountPositions(accounts)];
  const asset = page ?? assetOfMarket(watchList[0] ?? marketId({ base: 'BTC' }));
  const report = await reportItem(marketId(asset)).getValue();
  return firstDraft({ page, asset, report, positions, id: crypto.randomUUID() }, navigator.language);
}
