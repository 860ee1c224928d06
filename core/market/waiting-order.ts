import type { ExitOrder } from './account.ts';

/** A stop or take-profit of one market that closes a position when the price comes to it. Whose it is, is not kept. */
export type WaitingOrder = Omit<ExitOrder, 'instrument'>;

/** Whether the price has to fall for it: for the stop of a long and the take-profit of a short. */
export const waitsBelow = ({ kind, side }: Pick<WaitingOrder, 'kind' | 'side'>): boolean =>
  (kind === 'stop') === (side === 'long');
