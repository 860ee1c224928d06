import type { SourceFailure } from '../../market/market-report.ts';

/** Why a source or a whole host is left alone until `retryAtMs`. */
export interface SourceFault {
  readonly code: SourceFailure;
  readonly message: string;
  /** Failures in a row. */
  readonly count: number;
  readonly retryAtMs: number;
  /** When it was found; absent in rows of earlier versions. */
  readonly atMs?: number;
}
