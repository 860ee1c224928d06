import { say } from '../../core/i18n/say-page.ts';

import type { ListChange } from '../../core/ledger/fact-list.ts';
import { AddCoin } from '../watch-list/add-coin.tsx';
import { assetOfMarket, assetText } from '../../core/market/asset.ts';

interface WatchListProps {
  /** Market ids, e.g. `BTCUSDT`. */
  readonly markets: readonly string[];
  readonly onChange: (change: ListChange<string>) => void;
}

/** Coins that are watched even when no page shows them. */
export function WatchList({ markets, onChange }: WatchListProps) {
  return (
    <section class="card" aria-labelledby="watched">
      <h2 id="watched">{say('watch.title')}</h2>
      <p class="secondary">{say('watch.about')}</p>
      <ul>
        {markets.map((market) => (
          <li class="row" key={market}>
            {assetText(assetOfMarket(market))}
            <button
              type="button"
              class="button"
              aria-label={say('watch.remove.asset', { asset: assetText(assetOfMarket(market)) })}
              onClick={() => onChange({ remove: [market] })}
            >
              {say('watch.remove')}
            </button>
          </li>
        ))}
      </ul>
      <AddCoin {...{ markets }} onAdd={(market) => onChange({ add: [market] })} />
    </section>
  );
}
