import type { Figures } from '../market/figures.ts';
import { figureTexts } from './figure-text.ts';
import { type FiguresOf, type Message, type Messages, type Paragraph } from './message.ts';
import type { ENGLISH } from './messages.en.ts';

/** Keys of one message, not of a paragraph. */
type KeyOf<Table> = {
  [Key in keyof Table]: Table[Key] extends Message ? Key : never;
}[keyof Table];

type Said<Table, Result> = <Key extends KeyOf<Table>>(
  key: Key,
  ...figures: unknown extends FiguresOf<Table[Key]> ? [] : [FiguresOf<Table[Key]>]
) => Result;

/** What stands in the place of that name, or between two places where it is null. */
export interface Part {
  readonly name: string | null;
  readonly text: string;
}

/** What is said by key and figures; figures that a message has no place for are not said. */
export interface Speech<Table> {
  readonly say: Said<Table, string>;
  /** What {@link say} says, cut where its places are, for a view that marks some of them. */
  readonly sayParts: Said<Table, readonly Part[]>;
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
  const textOf = (value: Figures[string] | undefined, kind: string | undefined): string => {
    if (value === undefined || value === null) return '–';
    return kind === undefined ? String(value) : (texts[kind]?.(value as never) ?? String(value));
  };
  const partsOf = (message: Message, figures: Figures): readonly Part[] => {
    const form = formOf(message, figures);
    let end = 0;
    const parts = [...form.matchAll(PLACE)].flatMap(({ 0: place, 1: name = '', 2: kind, index }): Part[] => {
      const before = form.slice(end, index);
      end = index + place.length;
      return [
        { name: null, text: before },
        { name, text: textOf(figures[name], kind) },
      ];
    });
    return [...parts, { name: null, text: form.slice(end) }].filter(({ text }) => text !== '');
  };
  const fill = (message: Message, figures: Figures): string =>
    partsOf(message, figures)
      .map(({ text }) => text)
      .join('');
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
    sayParts: (key, ...[figures]) => partsOf(messages[key] as Message, figures ?? {}),
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

export const sayParts: Speech<English>['sayParts'] = (key, ...figures) =>
  spoken?.sayParts(key, ...figures) ?? [{ name: null, text: key }];

export const sayStored: Speech<English>['sayStored'] = (key, figures) =>
  spoken?.sayStored(key, figures) ?? null;
