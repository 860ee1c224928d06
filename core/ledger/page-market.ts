import * as v from 'valibot';

import { ASSET_CLASSES } from '../market/asset-class.ts';
import { positive } from '../market/number-schemas.ts';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

/** A coin as exchanges write it; becomes part of a storage key, never of an address. */
const base = v.pipe(v.string(), v.regex(/^[\p{L}\p{N}]{1,24}$/u));

/** A market as a page says that it shows it. */
export const page = v.object({
  venue: name,
  instrument: name,
  base,
  assetClass: v.exactOptional(v.picklist(ASSET_CLASSES)),
  multiplier: positive,
  quote: name,
  kind: v.picklist(['perpetual', 'future', 'spot']),
});
