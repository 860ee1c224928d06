import * as v from 'valibot';

import { isMarketId } from '../../market/asset.ts';
import { many } from '../fact-list.ts';

/** So many coins can be listed; more would be no list to look at. */
export const MOST_LISTED = 30;

/**
 * Market ids in the order in which the user wants them: the first are polled even when no page shows them. A longer list
 * that was stored or saved to a file is kept.
 */
export const watchList = many(v.pipe(v.string(), v.check(isMarketId)), 50, []);
