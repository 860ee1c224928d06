import type { ComponentChildren } from 'preact';

import type { Part } from '../../core/i18n/say.ts';

interface SentenceProps {
  readonly parts: readonly Part[];
  /** How the places that are marked are drawn, by their names. */
  readonly marks: Readonly<Record<string, (text: string) => ComponentChildren>>;
}

/** A message of which some places have markup of their own. */
export const Sentence = ({ parts, marks }: SentenceProps) => (
  <>{parts.map(({ name, text }) => (name === null ? text : (marks[name]?.(text) ?? text)))}</>
);
