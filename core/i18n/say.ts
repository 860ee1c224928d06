import type { Figures } from '../market/figures.ts';
import { figureTexts } from './figure-text.ts';
import { type FiguresOf, type Message, type Messages, type Paragraph } from './message.ts';
import type { ENGLISH } from './messages.en.ts';

/** Keys of one message, not of a paragraph. */
type KeyOf<Table> = {
  [Key in keyof Table]: Table[Key] extends Message ? Key : never;
}[keyof Table];

/** What is said by key and figures; figures that a message has no place for are not said. */
export interface Speech<Table> {
  readonly say: <Key extends KeyOf<Table>>(
    key: Key,
    ...figures: unknown extends FiguresOf<Table[Key]> ? [] : [FiguresOf<Table[Key]>]
  ) => string;
  /**
   * A message or paragraph of whose key and figures the types know nothing, since they were stored; null where the table
   * has none of that key. Of a paragraph what lacks a figure is left out.
   */
  readonly sayStored: (key: string, figures: Figures) => string | null;
}

/** Speaks `messages` in `language`, BCP 47. */
export function createSpeech<Table extends Messages & { readonly range: string }>(
  messages: Table,
  language: string,
): Speech<Table> {
  const plurals = new Intl.PluralRules(language);
  const texts: Readonly<Record<string, (value: never) => string>> = figureTexts(language, (low, high) =>
    fill(messages.range, { low, high }),
  );

  const formOf = (message: Message, figures: Figures): string => {
    if (typeof message === 'string') return message;
    const count = Number(figures[message.count]);
    if (count === 0 && message.none !== undefined) return message.none;
    return message[plurals.select(count)] ?? message.other;
  };
  const fill = (message: Message, figures: Figures): string =>
    formOf(message, figures).replaceAll(PLACE, (_place, name: string, kind: string | undefined) => {
      const value = figures[name];
      if (value === undefined || value === null) return '–';
      return kind === undefined ? String(value) : (texts[kind]?.(value as never) ?? String(value));
    });
  const isWhole = (message: Message, figures: Figures): boolean =>
    namesIn(message, figures).every((name) => figures[name] !== undefined && figures[name] !== null);
  const namesIn = (message: Message, figures: Figures): readonly string[] => [
    ...(typeof message === 'string' ? [] : [message.count]),
    ...[...formOf(message, figures).matchAll(PLACE)].map(([, name = '']) => name),
  ];

  const sayStored = (key: string, figures: Figures): string | null => {
    const said: Message | Paragraph | undefined = Object.hasOwn(messages, key) ? messages[key] : undefined;
    if (said === undefined) return null;
    if (!isParagraph(said)) return fill(said, figures);
    return said
      .filter((message) => isWhole(message, figures))
      .map((message) => fill(message, figures))
      .join(' ');
  };
  return {
    say: (key, ...[figures]) => sayStored(String(key), figures ?? {}) ?? String(key),
    sayStored,
  };
}

const PLACE = /\{(\w+)(?::(\w+))?\}/g;

const isParagraph = (said: Message | Paragraph): said is Paragraph => Array.isArray(said);

/** A table of messages and the language that it is in, BCP 47. */
export interface Words {
  readonly language: string;
  readonly messages: Messages;
}

type English = typeof ENGLISH;

let spoken: Speech<English> | null = null;

/** From now on {@link say} speaks `words`. Called once where a context starts, before anything is shown. */
export const speak = ({ language, messages }: Words): void => {
  spoken = createSpeech(messages as English, language);
};

/** What a page of an exchange may be told, in the language of {@link speak}; its key while nothing is spoken. */
export const say: Speech<English>['say'] = (key, ...figures) => spoken?.say(key, ...figures) ?? key;

export const sayStored: Speech<English>['sayStored'] = (key, figures) =>
  spoken?.sayStored(key, figures) ?? null;
