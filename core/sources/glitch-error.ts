import { PlimsollError } from '../market/errors.ts';

/** An answer of the right shape whose content cannot be true. */
export class GlitchError extends PlimsollError {
  override readonly name = 'GlitchError';
}
