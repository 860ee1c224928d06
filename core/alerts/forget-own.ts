import type { AlertState } from './alert-state.ts';

/** `state` without what it remembers of the conditions and warnings that `isOf` knows by their key or id. */
export function forgetOwn(state: AlertState, isOf: (name: string) => boolean): AlertState {
  const without = <T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(record).filter(([key]) => !isOf(key)));
  return {
    ...state,
    raised: without(state.raised),
    toldAt: without(state.toldAt),
    given: state.given.filter(({ id }) => !isOf(id)),
  };
}
