import type * as v from 'valibot';

import type { Refusal } from '../../market/refusal.ts';
import { accountQuestions } from './accounts.ts';
import { bellQuestions } from './bells.ts';
import { marketQuestions } from './markets.ts';
import { messengerQuestions } from './messengers.ts';
import { pageQuestions } from './pages.ts';
import { positionQuestions } from './positions.ts';
import { settingQuestions } from './settings.ts';
import { warningQuestions } from './warnings.ts';

/** Everything that a view may ask the background, by the kind of the message. */
export const QUESTIONS = {
  ...pageQuestions,
  ...marketQuestions,
  ...positionQuestions,
  ...accountQuestions,
  ...bellQuestions,
  ...warningQuestions,
  ...messengerQuestions,
  ...settingQuestions,
};

type Questions = typeof QUESTIONS;
export type Kind = keyof Questions;
/** What a view sends to ask it. */
export type MessageOf<K extends Kind> = { readonly kind: K } & v.InferOutput<Questions[K]['schema']>;
/** What it is answered unless it is refused. */
export type AnswerTo<K extends Kind> = Awaited<ReturnType<Questions[K]['answer']>>;

/** A refusal is no answer. */
export type Reply<Answer> =
  | { readonly ok: true; readonly value: Answer }
  | { readonly ok: false; readonly refusal: Refusal };
