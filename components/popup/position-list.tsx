import { say } from '../../core/i18n/say-own.ts';
import { assetText } from '../../core/market/asset.ts';
import { useMemo } from 'preact/hooks';

import { notionalUsdOf, type PositionOrigin, type SavedPosition } from '../../core/market/position.ts';
import type { CoinMarkets } from '../../core/report/position-markets.ts';
import { accountName, STALE_MS } from '../account/account-words.ts';
import { formatAge, formatChance, formatPercent, formatPrice, glanceDecimals } from '../ui/format.ts';
import { useOwn } from '../ui/own-amounts.ts';
import { positionEnd } from './position-liquidation.ts';
import { riskVenueName } from '../../core/risk/formulas/registry.ts';

interface PositionListProps {
  readonly positions: readonly SavedPosition[];
  readonly selected: string;
  readonly nowMs: number;
  readonly markets: CoinMarkets;
  readonly onSelect: (id: string) => void;
}

/** Saved positions, one line each: side, size, liquidation, distance, chance in 24 hours. */
export function PositionList({ positions, selected, markets, nowMs, onSelect }: PositionListProps) {
  const cards = useMemo(
    () => positions.map((position) => cardOf(position, positions, markets)),
    [positions, markets],
  );
  const own = useOwn();
  if (cards.length === 0) return null;
  return (
    <ul class="positions" aria-label={say('saved.list')}>
      {cards.map(({ position, liquidation, isEstimate, distance, chance }) => (
        <li key={position.id}>
          <button
            type="button"
            class={`position-card ${position.side}`}
            aria-pressed={position.id === selected}
            title={riskVenueName(position.venue)}
            onClick={() => onSelect(position.id)}
          >
            <span class="swatch" aria-hidden="true" />
            <b>{say(`position.${position.side}`, { asset: assetText(position) })}</b>
            <span class="secondary figure">
              {own.usd(notionalUsdOf(position))}
              <span class="visually-hidden">
                {' '}
                {say('saved.on', { venue: riskVenueName(position.venue) })}
              </span>
            </span>
            <span class="own figure">
              <span class="visually-hidden">
                {say(isEstimate ? 'saved.liquidation.estimate' : 'saved.liquidation')}{' '}
              </span>
              {isEstimate && <span aria-hidden="true">≈ </span>}
              {liquidation}
            </span>
            {distance !== null && <span class="figure">{distance}</span>}
            {chance !== null && (
              <span class="figure chance">
                {chance}
                <span class="visually-hidden"> {say('saved.chance')}</span>
              </span>
            )}
            {position.isExample === true && <span class="from warn">{say('saved.example.about')}</span>}
            {position.origin !== undefined && <From origin={position.origin} nowMs={nowMs} />}
          </button>
        </li>
      ))}
    </ul>
  );
}

function From({ origin, nowMs }: { readonly origin: PositionOrigin; readonly nowMs: number }) {
  const ageMs = nowMs - origin.atMs;
  if (origin.kind === 'page') return <span class="from secondary">{say('shown.from')}</span>;
  const name = accountName(origin);
  return ageMs > STALE_MS ? (
    <span class="from warn">{say('account.from.old', { name, age: formatAge(ageMs) })}</span>
  ) : (
    <span class="from secondary">{say('account.from', { name })}</span>
  );
}

interface Card {
  readonly position: SavedPosition;
  readonly liquidation: string;
  readonly isEstimate: boolean;
  readonly distance: string | null;
  readonly chance: string | null;
}

function cardOf(position: SavedPosition, positions: readonly SavedPosition[], markets: CoinMarkets): Card {
  const { target, isEstimate, distance, chance } = positionEnd(position, positions, markets);
  const tickSize = markets[assetText(position)]?.report?.tickSize ?? null;
  const decimals = glanceDecimals(position.entryPrice, tickSize);
  return {
    position,
    liquidation: target === null ? say('results.none') : formatPrice(target, decimals),
    isEstimate,
    distance: distance === null ? null : formatPercent(distance, 1, true),
    chance: chance === null ? null : formatChance(chance),
  };
}
