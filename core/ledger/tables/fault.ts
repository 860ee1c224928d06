import * as v from 'valibot';

import { finite } from '../../market/number-schemas.ts';
import type { SourceFailure } from '../../market/market-report.ts';
import { fieldsOf, word } from '../../market/schemas.ts';

/** Why a source or a whole host is left alone until `retryAtMs`. */
export const fault = fieldsOf({
  code: word<SourceFailure>(),
  /** Failures in a row. */
  count: finite,
  retryAtMs: finite,
  /** When it was found; absent in rows of earlier versions. */
  atMs: v.exactOptional(finite),
});

export type SourceFault = v.InferOutput<typeof fault>;
