import type { LookScore, Place, Stretch } from './score.ts';

const mean = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0) / values.length;

export const HEAD = `${''.padEnd(48)}${[
  'near: inside below above  width   corr  W1 %',
  'beyond: inside below above  width   corr  W1 %',
].join('   ')}`;

/** One line of the table: shares of truths and widths of intervals, then where the map has it. */
export function line(name: string, scores: readonly LookScore[]): string {
  const stretches = scores.flatMap((score) => score.stretches);
  const near = stretches.filter(({ isNear }) => isNear);
  const beyond = stretches.filter(({ isNear }) => !isNear);
  return [
    name.padEnd(48),
    cells(
      near,
      scores.map((score) => score.near),
    ),
    cells(
      beyond,
      scores.map((score) => score.beyond),
    ),
  ].join('  ');
}

function cells(stretches: readonly Stretch[], places: readonly Place[]): string {
  const share = (fell: Stretch['fell']): string =>
    `${((100 * stretches.filter((one) => one.fell === fell).length) / stretches.length).toFixed(0)} %`;
  const widths = stretches.flatMap(({ width }) => width ?? []);
  return [
    share('inside').padStart(10),
    share('below').padStart(6),
    share('above').padStart(6),
    mean(widths).toFixed(2).padStart(7),
    mean(places.map(({ correlation }) => correlation))
      .toFixed(2)
      .padStart(7),
    mean(places.map(({ wassersteinPercent }) => wassersteinPercent))
      .toFixed(2)
      .padStart(6),
  ].join('');
}
