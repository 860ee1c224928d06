import type { AlertState, Warning } from './alert-state.ts';
import type { MarketSample } from './rules/rule.ts';

/** What turned out not to be true of what the rules were told. */
export interface TakenBack {
  readonly isFalse: (warning: Warning) => boolean;
  readonly isFalseSample: (sample: MarketSample) => boolean;
}

/**
 * `state` without the warnings and samples that were made of false figures; what such a warning was about may be told
 * again. The same state where nothing was false.
 */
export function takeBack(state: AlertState, { isFalse, isFalseSample }: TakenBack): AlertState {
  const given = state.given.filter((warning) => !isFalse(warning));
  const samples = state.samples.filter((sample) => !isFalseSample(sample));
  if (given.length === state.given.length && samples.length === state.samples.length) return state;
  const falseIds = state.given.filter(isFalse).map(({ id }) => id);
  const isOfFalse = (key: string): boolean => falseIds.some((id) => id.includes(`:${key}:`));
  const without = <T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(record).filter(([key]) => !isOfFalse(key)));
  return { ...state, given, samples, raised: without(state.raised), toldAt: without(state.toldAt) };
}
