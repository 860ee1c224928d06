import { say } from '../../core/i18n/say-own.ts';
import { useState } from 'preact/hooks';

import { MOST_LISTED } from '../../core/ledger/settings/watch-list.ts';
import type { ListChange } from '../../core/ledger/fact-list.ts';
import { type Asset, assetOfMarket, assetText, marketId, readAsset } from '../../core/market/asset.ts';

interface WatchListProps {
  /** Market ids, e.g. `BTCUSDT`. */
  readonly markets: readonly string[];
  readonly onChange: (change: ListChange<string>) => void;
}

/** Coins that are watched even when no page shows them. */
export function WatchList({ markets, onChange }: WatchListProps) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  const add = (event: Event) => {
    event.preventDefault();
    const asset = readAsset(text.trim().replace(/[-_/]?USD[TC]?$/i, ''));
    const found = findProblem(asset, markets);
    setProblem(found);
    if (found !== null || asset === null) return;
    onChange({ add: [marketId(asset)] });
    setText('');
  };

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
      <form class="row" onSubmit={add}>
        <label for="coin">{say('watch.coin')}</label>
        <input
          id="coin"
          value={text}
          placeholder="SOL"
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : 'coin-problem'}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          {say('watch.add')}
        </button>
      </form>
      {problem !== null && (
        <p id="coin-problem" role="alert" class="problem">
          {problem}
        </p>
      )}
    </section>
  );
}

function findProblem(asset: Asset | null, markets: readonly string[]): string | null {
  if (asset === null) return say('watch.no-name');
  if (markets.includes(marketId(asset))) return say('watch.twice', { asset: assetText(asset) });
  if (markets.length >= MOST_LISTED) return say('watch.full', { most: MOST_LISTED });
  return null;
}
