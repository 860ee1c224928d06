import { say } from '../../core/i18n/say-glance.ts';
import { ASSET_CLASSES } from '../../core/market/asset-class.ts';
import type { Ranking } from '../../core/screener/rank-markets.ts';

interface ScreenerFiltersProps {
  readonly ranking: Ranking;
  readonly onChange: (change: Partial<Ranking>) => void;
}

/** Least volumes of a day that can be asked for, USD. */
const SIZES = [1e6, 1e7, 1e8, 1e9];

/** Which markets are ranked: of one class or all, and of which size. */
export function ScreenerFilters({ ranking, onChange }: ScreenerFiltersProps) {
  const { assetClass, leastTurnoverUsd } = ranking;
  return (
    <div class="screener-filters">
      <select
        aria-label={say('screener.class')}
        value={assetClass ?? 'all'}
        onChange={({ currentTarget: { value } }) =>
          onChange({ assetClass: ASSET_CLASSES.find((one) => one === value) ?? null })
        }
      >
        {(['all', ...ASSET_CLASSES] as const).map((one) => (
          <option key={one} value={one}>
            {say(`screener.class.${one}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={say('screener.size')}
        value={String(leastTurnoverUsd)}
        onChange={({ currentTarget: { value } }) => onChange({ leastTurnoverUsd: Number(value) })}
      >
        <option value="0">{say('screener.size.all')}</option>
        {SIZES.map((usd) => (
          <option key={usd} value={String(usd)}>
            {say('screener.size.from', { millions: usd / 1e6 })}
          </option>
        ))}
      </select>
    </div>
  );
}
