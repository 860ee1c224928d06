import { assets } from './en/assets.ts';
import { bands } from './en/bands.ts';
import { card } from './en/card.ts';
import { clusters } from './en/clusters.ts';
import { context } from './en/context.ts';
import { durations } from './en/durations.ts';
import { heatMap } from './en/heat-map.ts';
import { levels } from './en/levels.ts';
import { map } from './en/map.ts';
import { market } from './en/market.ts';
import { messages } from './en/messages.ts';
import { numbers } from './en/numbers.ts';
import { orderBook } from './en/order-book.ts';
import { ownLines } from './en/own-lines.ts';
import { page } from './en/page.ts';
import { panel } from './en/panel.ts';
import { refusals } from './en/refusals.ts';
import { share } from './en/share.ts';
import { skill } from './en/skill.ts';
import { sources } from './en/sources.ts';
import { warnings } from './en/warnings.ts';
import type { Messages } from './message.ts';

/**
 * What Plimsoll says in the page of an exchange and in its own, in English; the keys are those of every language. What only
 * its own pages say stands in `own-messages.en.ts`, so that no page of an exchange has to load it.
 */
export const ENGLISH = {
  /** Of two prices, amounts or texts. */
  range: '{low} to {high}',
  /** One of several names. */
  either: '{names:either}',
  ...assets,
  ...bands,
  ...card,
  ...clusters,
  ...context,
  ...durations,
  ...heatMap,
  ...levels,
  ...map,
  ...market,
  ...messages,
  ...numbers,
  ...orderBook,
  ...ownLines,
  ...page,
  ...panel,
  ...refusals,
  ...share,
  ...skill,
  ...sources,
  ...warnings,
} as const satisfies Messages;
