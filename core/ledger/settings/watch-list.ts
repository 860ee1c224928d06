import * as v from 'valibot';

import { isMarketId } from '../../market/asset.ts';
import { many } from '../fact-list.ts';

/** Market ids that are polled even when no page shows them. */
export const watchList = many(v.pipe(v.string(), v.check(isMarketId)), 50, []);
