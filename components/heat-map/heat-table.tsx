import { say } from '../../core/i18n/say.ts';
import { formatPercent, formatPrice, formatUsd } from '../ui/format.ts';
import { HiddenTable } from '../ui/hidden-table.tsx';
import type { HeatCell } from './heat-scene.ts';

interface HeatTableProps {
  readonly cells: readonly HeatCell[];
  /** The time that they are of, epoch seconds. */
  readonly atS: number;
  readonly decimals: number;
}

const COLUMNS = ['column.price', 'column.distance', 'column.side', 'heat.table.usd', 'column.total'] as const;

/** The strongest cells for those who do not see them, the highest price first. */
export function HeatTable({ cells, atS, decimals }: HeatTableProps) {
  return (
    <HiddenTable
      caption={say('heat.table', { atMs: atS * 1000 })}
      columns={COLUMNS.map((column) => say(column))}
    >
      {cells
        .toSorted((a, b) => b.low - a.low)
        .map(({ low, high, side, usd, totalUsd, distance }) => (
          <tr key={low}>
            <th scope="row">
              {say('range', { low: formatPrice(low, decimals), high: formatPrice(high, decimals) })}
            </th>
            <td>{formatPercent(distance, 1, true)}</td>
            <td>{say(`side.${side}`)}</td>
            <td>{formatUsd(usd)}</td>
            <td>{formatUsd(totalUsd)}</td>
          </tr>
        ))}
    </HiddenTable>
  );
}
