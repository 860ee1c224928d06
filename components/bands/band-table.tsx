import { formatPercent, formatPrice, formatUsd } from '../ui/format.ts';
import type { BandRows } from './band-rows.ts';

/** Rows that hold less than this share of the largest are left out. */
const LEAST_SHARE = 0.02;

/** The chart's numbers for those who do not see it. */
export function BandTable({ bands, decimals }: { readonly bands: BandRows; readonly decimals: number }) {
  const rows = bands.rows
    .filter(({ longUsd, shortUsd }) => longUsd + shortUsd > bands.largestUsd * LEAST_SHARE)
    .toReversed();
  return (
    <div class="visually-hidden">
      <table>
        <caption>Liquidation bands, highest price first; all dollars are estimates</caption>
        <thead>
          <tr>
            <th scope="col">Price</th>
            <th scope="col">Distance</th>
            <th scope="col">Side</th>
            <th scope="col">USD in the band</th>
            <th scope="col">USD from the price to here</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ low, high, longUsd, shortUsd, totalUsd }) => (
            <tr key={low}>
              <th scope="row">
                {formatPrice(low, decimals)} to {formatPrice(high, decimals)}
              </th>
              <td>{formatPercent((low + high) / 2 / bands.price - 1, 1, true)}</td>
              <td>{longUsd >= shortUsd ? 'longs' : 'shorts'}</td>
              <td>{formatUsd(longUsd + shortUsd)}</td>
              <td>{formatUsd(totalUsd)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
