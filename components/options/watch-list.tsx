import { useState } from 'preact/hooks';

import { baseOfMarket, marketId } from '../../core/market/instrument.ts';

interface WatchListProps {
  /** Market ids, e.g. `BTCUSDT`. */
  readonly markets: readonly string[];
  readonly onChange: (markets: readonly string[]) => void;
}

const MAX_MARKETS = 10;

/** Coins that are watched even when no page shows them. */
export function WatchList({ markets, onChange }: WatchListProps) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  const add = (event: Event) => {
    event.preventDefault();
    const base = text
      .trim()
      .toUpperCase()
      .replace(/[-_/]?USD[TC]?$/, '');
    const found = findProblem(base, markets);
    setProblem(found);
    if (found !== null) return;
    onChange([...markets, marketId(base)]);
    setText('');
  };

  return (
    <section class="card" aria-labelledby="watched">
      <h2 id="watched">Watched coins</h2>
      <p class="secondary">
        Kept up to date even when no page shows them. An open trading page is always watched.
      </p>
      <ul>
        {markets.map((market) => (
          <li class="row" key={market}>
            {baseOfMarket(market)}
            <button
              type="button"
              class="button"
              onClick={() => onChange(markets.filter((id) => id !== market))}
            >
              Remove<span class="visually-hidden"> {baseOfMarket(market)}</span>
            </button>
          </li>
        ))}
      </ul>
      <form class="row" onSubmit={add}>
        <label for="coin">Coin</label>
        <input
          id="coin"
          value={text}
          placeholder="SOL"
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : 'coin-problem'}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          Add
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

function findProblem(base: string, markets: readonly string[]): string | null {
  if (!/^[A-Z0-9]{1,20}$/.test(base))
    return 'Enter the short name of a coin, letters and digits, such as SOL.';
  if (markets.includes(marketId(base))) return `${base} is on the list already.`;
  if (markets.length >= MAX_MARKETS)
    return `At most ${MAX_MARKETS} coins are watched, so that no venue is asked too often.`;
  return null;
}
