import { useMemo, useState } from 'preact/hooks';

import type { TrackRecord } from '../../core/report/forecast/track-record.ts';
import { Plot, type PlotSeries } from './plot.tsx';
import { forecasterName, timeText, times } from './record-text.ts';

const SERIES: readonly PlotSeries[] = [
  { label: 'upper end', color: '--line', kind: 'line' },
  { label: 'ratio', color: '--shorts', kind: 'line' },
  { label: 'lower end', color: '--line', kind: 'line' },
  { label: 'no better', color: '--muted', kind: 'line' },
];
const BAND = [0, 2] as const;

/** Skill over time against a baseline that is chosen, and against all of them now. */
export function SkillCard({ record, theme }: { readonly record: TrackRecord; readonly theme: string }) {
  const [chosen, choose] = useState('distance');
  const curve = record.curves.find(({ baseline }) => baseline === chosen) ?? record.curves[0];
  const data = useMemo(() => {
    const points = curve?.points ?? [];
    return [
      points.map(({ atS }) => atS),
      points.map(({ p95 }) => p95),
      points.map(({ mean }) => mean),
      points.map(({ p5 }) => p5),
      points.map(() => 1),
    ];
  }, [curve]);
  return (
    <section class="card" aria-labelledby="skill-title">
      <h2 id="skill-title">Skill over time</h2>
      <p class="secondary">
        How many times likelier the map makes the dollars that were liquidated, over all days until each day,
        with a 90 % interval. At ×1 it is no better.
      </p>
      <label class="choice">
        against{' '}
        <select value={curve?.baseline} onChange={({ currentTarget }) => choose(currentTarget.value)}>
          {record.curves.map(({ baseline }) => (
            <option key={baseline} value={baseline}>
              {forecasterName(baseline)}
            </option>
          ))}
        </select>
      </label>
      {(curve?.points.length ?? 0) > 1 && (
        <Plot
          label={`Skill against ${forecasterName(chosen)} by day; the figures are in the table below`}
          data={data}
          series={SERIES}
          band={BAND}
          isTime
          format={times}
          theme={theme}
        />
      )}
      <table>
        <caption>Against every baseline, all days</caption>
        <thead>
          <tr>
            <th scope="col">baseline</th>
            <th scope="col">ratio</th>
            <th scope="col">90 % interval</th>
          </tr>
        </thead>
        <tbody>
          {record.curves.map(({ baseline, points }) => {
            const last = points.at(-1);
            return (
              <tr key={baseline}>
                <th scope="row">{forecasterName(baseline)}</th>
                <td>{last === undefined ? '–' : times(last.mean)}</td>
                <td>{last === undefined ? '–' : `${last.p5.toFixed(3)} to ${last.p95.toFixed(3)}`}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <details>
        <summary>By day, as a table</summary>
        <table>
          <caption>Against {forecasterName(chosen)}</caption>
          <thead>
            <tr>
              <th scope="col">until (UTC)</th>
              <th scope="col">ratio</th>
              <th scope="col">90 % interval</th>
            </tr>
          </thead>
          <tbody>
            {(curve?.points ?? []).toReversed().map(({ atS, mean, p5, p95 }) => (
              <tr key={atS}>
                <th scope="row">{timeText(atS * 1000)}</th>
                <td>{times(mean)}</td>
                <td>{`${p5.toFixed(3)} to ${p95.toFixed(3)}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
