import * as v from 'valibot';

import { isMarketId } from '../../market/asset.ts';
import type { Household } from './household.ts';

/**
 * Name of the open page that asks, the site that it belongs to by the browser's word (null for no site's), and whether it is
 * the extension's own.
 */
type Asker = readonly [page: string, site: string | null, isOwn: boolean];

/** What a view may ask of the background, and what it is answered. Nothing in a message is an address to fetch. */
export interface Question<Fields, Answer> {
  /** False: the extension's own pages alone may ask; a page around the panel could be hostile. */
  readonly isForPages: boolean;
  readonly schema: v.GenericSchema<unknown, Fields>;
  readonly answer: (fields: Fields, household: Household, ...from: Asker) => Promise<Answer>;
}

/** The panel in a page may ask it too: its answer holds nothing of the user's own. */
export const fromPage = <Entries extends v.ObjectEntries, Answer>(
  entries: Entries,
  answer: Question<v.InferOutput<v.ObjectSchema<Entries, undefined>>, Answer>['answer'],
) => ({ isForPages: true, schema: v.object(entries), answer });

/** The extension's own pages alone may ask it. */
export const fromOwn = <Entries extends v.ObjectEntries, Answer>(
  entries: Entries,
  answer: Question<v.InferOutput<v.ObjectSchema<Entries, undefined>>, Answer>['answer'],
) => ({ isForPages: false, schema: v.object(entries), answer });

/** Names what the user keeps. */
export const name = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

/** Names a market. */
export const market = v.pipe(v.string(), v.check(isMarketId));
