import { useState } from 'preact/hooks';

import { say } from '../../core/i18n/say-glance.ts';
import { MOST_LISTED } from '../../core/ledger/settings/watch-list.ts';
import { type Asset, assetText, marketId, readAsset } from '../../core/market/asset.ts';

interface AddCoinProps {
  /** Market ids that are listed, e.g. `BTCUSDT`. */
  readonly markets: readonly string[];
  readonly onAdd: (market: string) => void;
}

/** A field for the name of a coin that is to be watched. */
export function AddCoin({ markets, onAdd }: AddCoinProps) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  const add = (event: Event) => {
    event.preventDefault();
    const asset = readAsset(text.trim().replace(/[-_/]?USD[TC]?$/i, ''));
    const found = findProblem(asset, markets);
    setProblem(found);
    if (found !== null || asset === null) return;
    onAdd(marketId(asset));
    setText('');
  };

  return (
    <>
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
    </>
  );
}

function findProblem(asset: Asset | null, markets: readonly string[]): string | null {
  if (asset === null) return say('watch.no-name');
  if (markets.includes(marketId(asset))) return say('watch.twice', { asset: assetText(asset) });
  if (markets.length >= MOST_LISTED) return say('watch.full', { most: MOST_LISTED });
  return null;
}
