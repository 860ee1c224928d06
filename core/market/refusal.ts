import { PlimsollError } from './errors.ts';
import type { Figures } from './figures.ts';

/**
 * Why something that was asked for was not done. `not-asked`: nobody may ask that, or this page may not; `unreadable`: a
 * field of the question, named by `path`, is not what it has to be; `not-stored` and `no-room`: the browser did not keep
 * it; `too-many-positions`, `too-many-addresses` and `too-many-bells`: more than `most`; `known-address`: it is there already; `not-delivered`: a messenger did not take it;
 * `no-answer`: the background did not answer; `failed`: any other reason.
 */
export type RefusalCode =
  | 'not-asked'
  | 'unreadable'
  | 'not-stored'
  | 'no-room'
  | 'too-many-positions'
  | 'too-many-addresses'
  | 'too-many-bells'
  | 'known-address'
  | 'not-delivered'
  | 'no-answer'
  | 'failed';

/** Why, with the figures of the sentence that says it. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly figures: Figures;
}

/** What was asked for is refused, and nothing was changed. */
export class RefusedError extends PlimsollError {
  override readonly name = 'RefusedError';
  readonly refusal: Refusal;
  constructor(code: RefusalCode, figures: Figures = {}) {
    super(code);
    this.refusal = { code, figures };
  }
}
