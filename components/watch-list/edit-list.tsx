import { say } from '../../core/i18n/say-glance.ts';
import type { ListChange } from '../../core/ledger/fact-list.ts';
import { assetOfMarket, assetText } from '../../core/market/asset.ts';
import { AddCoin } from './add-coin.tsx';

interface EditListProps {
  readonly watchList: readonly string[];
  readonly onList: (change: ListChange<string>) => void;
}

/** The list in its own order, to be changed: the first coins have maps. */
export function EditList({ watchList, onList }: EditListProps) {
  const moveUp = (index: number) =>
    onList(watchList.toSpliced(index - 1, 2, watchList[index] ?? '', watchList[index - 1] ?? ''));
  return (
    <>
      <ol class="edit-list">
        {watchList.map((market, index) => {
          const asset = assetText(assetOfMarket(market));
          return (
            <li key={market}>
              <span>{asset}</span>
              <button
                type="button"
                class="icon-button"
                aria-label={say('list.up', { asset })}
                title={say('list.up', { asset })}
                disabled={index === 0}
                onClick={() => moveUp(index)}
              >
                ↑
              </button>
              <button
                type="button"
                class="icon-button"
                aria-label={say('list.remove', { asset })}
                title={say('list.remove', { asset })}
                onClick={() => onList({ remove: [market] })}
              >
                ×
              </button>
            </li>
          );
        })}
      </ol>
      <AddCoin markets={watchList} onAdd={(market) => onList({ add: [market] })} />
    </>
  );
}
