import * as v from 'valibot';

import { StorageError } from '../../market/errors.ts';
import type { Figures } from '../../market/figures.ts';
import { type Refusal, type RefusalCode, RefusedError } from '../../market/refusal.ts';
import type { Household } from './household.ts';
import { QUESTIONS, type Reply } from './list.ts';
import type { Question } from './question.ts';

/** Who asks: the extension's own page, or the panel in a page of that name. */
export interface Sender {
  readonly isOwn: boolean;
  readonly page: string;
  /** The site that the page belongs to by the browser's word; absent or null for no site's. */
  readonly site?: string | null;
}

/** Does what a message asks for, if its sender may ask it; the answer is there once all of it is stored. */
export async function answerMessage(
  value: unknown,
  { isOwn, page: from, site = null }: Sender,
  household: Household,
): Promise<Reply<unknown>> {
  const kind = (value as { readonly kind?: unknown } | null)?.kind;
  const question = Object.entries(QUESTIONS).find(([one]) => one === kind)?.[1] as
    | Question<unknown, unknown>
    | undefined;
  if (question === undefined || !(isOwn || question.isForPages)) return refuse('not-asked');
  const read = v.safeParse(question.schema, value);
  if (!read.success) {
    const [issue] = read.issues;
    return refuse('unreadable', { path: v.getDotPath(issue) ?? String(kind) });
  }
  try {
    return { ok: true, value: (await question.answer(read.output, household, from, site, isOwn)) ?? null };
  } catch (error) {
    return { ok: false, refusal: refusalOf(error) };
  }
}

const refuse = (code: RefusalCode, figures: Figures = {}): Reply<never> => ({
  ok: false,
  refusal: { code, figures },
});

function refusalOf(error: unknown): Refusal {
  if (error instanceof RefusedError) return error.refusal;
  if (!(error instanceof StorageError)) return { code: 'failed', figures: {} };
  return { code: error.isFull ? 'no-room' : 'not-stored', figures: {} };
}
