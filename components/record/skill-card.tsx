import { say } from '../../core/i18n/say-page.ts';
import { useMemo, useState } from 'preact/hooks';

import type { TrackRecord } from '../../core/report/forecast/track-record.ts';
import { Plot, type PlotSeries } from './plot.tsx';
import { forecasterName, timeText, times } from './record-text.ts';

const SERIES: readonly PlotSeries[] = [
  { label: say('curve.upper'), color: '--line', kind: 'line' },
  { label: say('curve.ratio'), color: '--shorts', kind: 'line' },
  { label: say('curve.lower'), color: '--line', kind: 'line' },
  { label: say('curve.no-better'), color: '--muted', kind: 'line' },
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
      <h2 id="skill-title">{say('curve.title')}</h2>
      <p class="secondary">{say('curve.about')}</p>
      <label class="choice">
        {say('curve.against')}{' '}
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
          label={say('curve.plot', { baseline: forecasterName(chosen) })}
          data={data}
          series={SERIES}
          band={BAND}
          isTime
          format={times}
          theme={theme}
        />
      )}
      <table>
        <caption>{say('curve.all')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('curve.baseline')}</th>
            <th scope="col">{say('curve.ratio')}</th>
            <th scope="col">{say('curve.interval')}</th>
          </tr>
        </thead>
        <tbody>
          {record.curves.map(({ baseline, points }) => {
            const last = points.at(-1);
            return (
              <tr key={baseline}>
                <th scope="row">{forecasterName(baseline)}</th>
                <td>{last === undefined ? '–' : times(last.mean)}</td>
                <td>
                  {last === undefined
                    ? '–'
                    : say('range', { low: last.p5.toFixed(3), high: last.p95.toFixed(3) })}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <details>
        <summary>{say('curve.by-day')}</summary>
        <table>
          <caption>{say('curve.one', { baseline: forecasterName(chosen) })}</caption>
          <thead>
            <tr>
              <th scope="col">{say('lie.until')}</th>
              <th scope="col">{say('curve.ratio')}</th>
              <th scope="col">{say('curve.interval')}</th>
            </tr>
          </thead>
          <tbody>
            {(curve?.points ?? []).toReversed().map(({ atS, mean, p5, p95 }) => (
              <tr key={atS}>
                <th scope="row">{timeText(atS * 1000)}</th>
                <td>{times(mean)}</td>
                <td>{say('range', { low: p5.toFixed(3), high: p95.toFixed(3) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
