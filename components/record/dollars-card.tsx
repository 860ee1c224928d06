import { useMemo } from 'preact/hooks';

import type { TrackRecord } from '../../core/report/forecast/track-record.ts';
import { formatPercent, formatUsd } from '../ui/format.ts';
import { Plot, type PlotSeries } from './plot.tsx';
import { timeText } from './record-text.ts';

const SERIES: readonly PlotSeries[] = [
  { label: 'realised', color: '--shorts', kind: 'points' },
  { label: 'as expected', color: '--muted', kind: 'line' },
];

/** Whether the expected dollars came, by tenths of the windows, and how often inside their interval. */
export function DollarsCard({ record, theme }: { readonly record: TrackRecord; readonly theme: string }) {
  const { reliability, coverage } = record;
  const drawn = useMemo(
    () => reliability.filter(({ expectedUsd, realisedUsd }) => expectedUsd > 0 && realisedUsd > 0),
    [reliability],
  );
  const data = useMemo(() => {
    const expected = drawn.map(({ expectedUsd }) => expectedUsd);
    return [expected, drawn.map(({ realisedUsd }) => realisedUsd), expected];
  }, [drawn]);
  return (
    <section class="card" aria-labelledby="dollars-title">
      <h2 id="dollars-title">Are the dollars right?</h2>
      <p>
        {coverage === null
          ? 'No window with liquidations is over yet.'
          : `${formatPercent(coverage.share, 0)} of ${coverage.count} windows with liquidations came inside their 10 to 90 % interval; 80 % would be right.`}
      </p>
      {drawn.length > 1 && (
        <Plot
          label="Realised against expected dollars by tenths of the windows; the figures are in the table below"
          data={data}
          series={SERIES}
          isTime={false}
          isLog
          format={formatUsd}
          theme={theme}
        />
      )}
      <table>
        <caption>Windows by expected dollars, a tenth a row; on average both columns should agree</caption>
        <thead>
          <tr>
            <th scope="col">tenth</th>
            <th scope="col">expected USD</th>
            <th scope="col">realised USD</th>
            <th scope="col">windows</th>
          </tr>
        </thead>
        <tbody>
          {reliability.map(({ expectedUsd, realisedUsd, windows }, index) => (
            <tr key={index}>
              <th scope="row">{index + 1}</th>
              <td>{formatUsd(expectedUsd)}</td>
              <td>{formatUsd(realisedUsd)}</td>
              <td>{windows}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const MOST_ROWS = 48;

/** The last forecasts against what happened. */
export function LastCard({ record }: { readonly record: TrackRecord }) {
  return (
    <section class="card" aria-labelledby="last-title">
      <h2 id="last-title">The last forecasts</h2>
      <div class="scrolls" role="group" aria-label="Table of forecasts" tabIndex={0}>
        <table>
          <caption>
            Dollars of the venues that were listened to, from the price to where it went
            {record.apart > 0 && '; those that are counted apart are marked'}
          </caption>
          <thead>
            <tr>
              <th scope="col">made (UTC)</th>
              <th scope="col">side</th>
              <th scope="col">price went</th>
              <th scope="col">expected USD</th>
              <th scope="col">10 to 90 %</th>
              <th scope="col">realised USD</th>
            </tr>
          </thead>
          <tbody>
            {record.outcomes
              .slice(0, MOST_ROWS)
              .map(({ atS, side, reach, expectedUsd, lowUsd, highUsd, realisedUsd, isApart }) => (
                <tr key={`${atS} ${side}`} class={side}>
                  <th scope="row">{timeText(atS * 1000)}</th>
                  <td>
                    <span class="swatch" />
                    {side}s{isApart && ' (apart)'}
                  </td>
                  <td>{formatPercent(side === 'long' ? -reach : reach, 2, true)}</td>
                  <td>{formatUsd(expectedUsd)}</td>
                  <td>{`${formatUsd(lowUsd)} to ${formatUsd(highUsd)}`}</td>
                  <td>{formatUsd(realisedUsd)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
