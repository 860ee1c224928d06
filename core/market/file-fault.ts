import { PlimsollError } from './errors.ts';
import type { Figures } from './figures.ts';

/**
 * Why a file, or a field of it, is not what it has to be. `not-one-of`: none of `allowed`; `too-many`: more than `most`;
 * `over-whole`: shares of more than the whole; `newer`: of a `version` that a later extension writes; `twice`: the id of
 * another one. The others are of a text that is no JSON: it has `found`, or lacks `wanted`.
 */
export type FaultCode =
  | 'missing'
  | 'no-object'
  | 'no-list'
  | 'no-number'
  | 'not-positive'
  | 'no-text'
  | 'not-one-of'
  | 'too-many'
  | 'over-whole'
  | 'no-positions'
  | 'newer'
  | 'twice'
  | 'ends-early'
  | 'too-deep'
  | 'unexpected'
  | 'after-end'
  | 'no-name'
  | 'expected';

/** Why, with the figures of the sentence that says it. */
export interface FileFault {
  readonly code: FaultCode;
  readonly figures: Figures;
}

/** A field is not what it has to be; `path` names it. */
export class FaultError extends PlimsollError {
  override readonly name = 'FaultError';
  readonly path: string;
  readonly fault: FileFault;
  constructor(path: string, code: FaultCode, figures: Figures = {}) {
    super(`${path}: ${code}`);
    this.path = path;
    this.fault = { code, figures };
  }
}
