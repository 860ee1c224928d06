import { share } from '../../market/number-schemas.ts';
import { type AlertView, type Condition, PERCENT, rule } from './rule.ts';

/** Open interest against its highest of the last hour. */
export const openInterest = rule({
  id: 'open-interest',
  settings: {
    openInterestDrop: {
      schema: share,
      fallback: 0.03,
      scale: PERCENT,
      least: 0.5,
      most: 50,
    },
  },
  figure: 'open-interest',
  conditions: openInterestConditions,
});

function openInterestConditions(
  { report, state, price }: AlertView,
  { openInterestDrop }: { readonly openInterestDrop: number },
): Condition[] {
  const { base, usd } = report.openInterest;
  const peak = state.samples.reduce<(typeof state.samples)[number] | null>(
    (highest, sample) =>
      highest === null || sample.openInterestBase > highest.openInterestBase ? sample : highest,
    null,
  );
  if (base === null || peak === null) return [];
  const key = 'open-interest';
  const drop = 1 - base / peak.openInterestBase;
  const least = (state.raised[key] === true ? 0.5 : 1) * openInterestDrop;
  const direction = price < peak.price ? 'down' : 'up';
  const lostUsd = usd === null ? null : peak.openInterestBase * price - usd;
  return [
    {
      key,
      cause: direction,
      gravity: 3,
      isRaised: drop >= least,
      isToldAtFirstSight: false,
      code: 'open-interest',
      figures: { price, before: peak.price, drop, lostUsd },
    },
  ];
}
