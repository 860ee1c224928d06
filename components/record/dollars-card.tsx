import { say } from '../../core/i18n/say-page.ts';
import { useMemo } from 'preact/hooks';

import type { TrackRecord } from '../../core/report/forecast/track-record.ts';
import { formatPercent, formatUsd } from '../ui/format.ts';
import { Plot, type PlotSeries } from './plot.tsx';
import { timeText } from './record-text.ts';

const SERIES: readonly PlotSeries[] = [
  { label: say('dollars.plot.realised'), color: '--shorts', kind: 'points' },
  { label: say('dollars.plot.expected'), color: '--muted', kind: 'line' },
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
      <h2 id="dollars-title">{say('dollars.title')}</h2>
      <p>
        {coverage === null
          ? say('dollars.none')
          : say('dollars.coverage', {
              share: formatPercent(coverage.share, 0),
              windows: String(coverage.count),
            })}
      </p>
      {drawn.length > 1 && (
        <Plot
          label={say('dollars.plot')}
          data={data}
          series={SERIES}
          isTime={false}
          isLog
          format={formatUsd}
          theme={theme}
        />
      )}
      <table>
        <caption>{say('dollars.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('dollars.tenth')}</th>
            <th scope="col">{say('dollars.expected')}</th>
            <th scope="col">{say('dollars.realised')}</th>
            <th scope="col">{say('dollars.windows')}</th>
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
      <h2 id="last-title">{say('last.title')}</h2>
      <div class="scrolls" role="group" aria-label={say('last.table')} tabIndex={0}>
        <table>
          <caption>{say(record.apart > 0 ? 'last.about.apart' : 'last.about')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('last.made')}</th>
              <th scope="col">{say('last.side')}</th>
              <th scope="col">{say('last.went')}</th>
              <th scope="col">{say('dollars.expected')}</th>
              <th scope="col">{say('last.interval')}</th>
              <th scope="col">{say('dollars.realised')}</th>
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
                    {say(`last.${side}${isApart ? '.apart' : ''}`)}
                  </td>
                  <td>{formatPercent(side === 'long' ? -reach : reach, 2, true)}</td>
                  <td>{formatUsd(expectedUsd)}</td>
                  <td>{say('range', { low: formatUsd(lowUsd), high: formatUsd(highUsd) })}</td>
                  <td>{formatUsd(realisedUsd)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
