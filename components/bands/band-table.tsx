import { say } from '../../core/i18n/say.ts';
import { formatPercent, formatPrice, formatUsd } from '../ui/format.ts';
import { HiddenTable } from '../ui/hidden-table.tsx';
import type { BandRows } from './band-rows.ts';

/** Rows that hold less than this share of the largest are left out. */
const LEAST_SHARE = 0.02;

const COLUMNS = [
  'column.price',
  'column.distance',
  'column.side',
  'bands.table.usd',
  'column.total',
] as const;

/** The chart's numbers for those who do not see it. */
export function BandTable({ bands, decimals }: { readonly bands: BandRows; readonly decimals: number }) {
  const rows = bands.rows
    .filter(({ longUsd, shortUsd }) => longUsd + shortUsd > bands.largestUsd * LEAST_SHARE)
    .toReversed();
  return (
    <HiddenTable caption={say('bands.table')} columns={COLUMNS.map((column) => say(column))}>
      {rows.map(({ low, high, longUsd, shortUsd, totalUsd }) => (
        <tr key={low}>
          <th scope="row">
            {say('range', { low: formatPrice(low, decimals), high: formatPrice(high, decimals) })}
          </th>
          <td>{formatPercent((low + high) / 2 / bands.price - 1, 1, true)}</td>
          <td>{say(longUsd >= shortUsd ? 'side.long' : 'side.short')}</td>
          <td>{formatUsd(longUsd + shortUsd)}</td>
          <td>{formatUsd(totalUsd)}</td>
        </tr>
      ))}
    </HiddenTable>
  );
}
