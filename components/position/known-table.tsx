import { useMemo } from 'preact/hooks';

import { say } from '../../core/i18n/say-own.ts';
import { assetText } from '../../core/market/asset.ts';
import type { SavedPosition } from '../../core/market/position.ts';
import type { Moves } from '../../core/risk/account/read-moves.ts';
import { formatPrice } from '../ui/format.ts';
import { useOwn } from '../ui/own-amounts.ts';
import { type AccountInput, BITCOIN, coinsOf, knownOutcomes, type KnownOutcome } from './account-figures.ts';

interface KnownTableProps {
  readonly input: AccountInput;
  readonly coin: string;
  readonly decimalsOf: (position: SavedPosition) => number;
  readonly onUse: (moves: Moves) => void;
}

/** The moves that the map of one coin reckons with, what is left after each, and which is the worst. */
export function KnownTable({ input, coin, decimalsOf, onUse }: KnownTableProps) {
  const own = useOwn();
  const outcomes = useMemo(() => knownOutcomes(input, coin), [input, coin]);
  const holder = input.positions.find((position) => assetText(position) === coin);
  if (outcomes.length === 0 || holder === undefined) return null;
  const decimals = decimalsOf(holder);
  return (
    <>
      <table class="figures list">
        <caption>{say('known.about', { coin })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('known.scenario')}</th>
            <th scope="col" class="figure">
              {say('scenario.left')}
            </th>
            <th scope="col">
              <span class="visually-hidden">{say('known.use')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map((outcome) => {
            const text = scenarioText(outcome, coin, decimals);
            return (
              <tr key={outcome.scenario.code} class={outcome.isWorst ? 'best' : ''}>
                <td class="reason">
                  {text} {outcome.isWorst && <span class="bad">{say('known.worst')}</span>}
                </td>
                <td class="figure">{own.usd(outcome.leftUsd)}</td>
                <td>
                  <button
                    type="button"
                    class="button small"
                    aria-label={say('known.use.scenario', { scenario: text })}
                    onClick={() => onUse(outcome.moves)}
                  >
                    {say('known.use')}
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {coinsOf(input.positions).length > 1 && (
        <p class="secondary">{say(coin === BITCOIN ? 'known.beta' : 'known.alone')}</p>
      )}
    </>
  );
}

const scenarioText = ({ scenario }: KnownOutcome, coin: string, decimals: number): string =>
  say(`known.${scenario.code}`, {
    coin,
    from: formatPrice(scenario.from, decimals),
    price: formatPrice(scenario.terminal.p50, decimals),
  });
