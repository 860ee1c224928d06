import type { VenueId } from '../market/venue-id.ts';

/**
 * A sentence with places for figures: `{name}` takes a text, `{name:kind}` a value that is written as its kind is. With
 * `count` it has a form for each number of what that figure counts, by the rules of its language; `none` is the one for
 * zero.
 */
export type Message =
  | string
  | ({ readonly count: string; readonly none?: string; readonly other: string } & Readonly<
      Partial<Record<Exclude<Intl.LDMLPluralRule, 'other'>, string>>
    >);

/** Sentences that follow each other. One with a figure that is null is left out. */
export type Paragraph = readonly Message[];

export type Messages = Readonly<Record<string, Message | Paragraph>>;

/** Kinds of figures, and what stands for them in the code. */
export interface FigureKinds {
  /** Dollars in three figures: `1.59 B`. */
  readonly usd: number;
  /** USD: `94,589`. */
  readonly price: number;
  /** Lower and upper edge, USD: `94,400 to 94,700`, or one price where they are written alike. */
  readonly band: readonly [number, number];
  readonly bands: readonly (readonly [number, number])[];
  /** A share, 0 to 1: `4.5 %`. */
  readonly percent: number;
  /** A factor: `1.24`. */
  readonly factor: number;
  /** A factor of which the first decimal is enough: `3.4`. */
  readonly times: number;
  readonly number: number;
  /** `1 day`, `12 days`. */
  readonly dayCount: number;
  /** A time in hours, in days from two of them on: `24 hours`, `7 days`. */
  readonly hours: number;
  /** A day by UTC, epoch milliseconds: `5 Jan`. */
  readonly day: number;
  readonly days: readonly number[];
  /** A day by UTC with its year, epoch milliseconds: `7 Oct 2025`. */
  readonly date: number;
  /** A time by the user's clock, epoch milliseconds: `5 Feb, 14:00`. */
  readonly moment: number;
  readonly venue: VenueId;
  readonly venues: readonly VenueId[];
  readonly list: readonly string[];
  /** `a or b`. */
  readonly either: readonly string[];
}

type FigureIn<Place> = Place extends `${infer Name}:${infer Kind extends keyof FigureKinds}`
  ? { readonly [N in Name]: FigureKinds[Kind] }
  : { readonly [N in Place & string]: string };

type FiguresIn<Text> = Text extends `${string}{${infer Place}}${infer Rest}`
  ? FigureIn<Place> & FiguresIn<Rest>
  : unknown;

type FiguresOfOne<M> = M extends string
  ? FiguresIn<M>
  : M extends { readonly count: infer Count extends string; readonly other: infer Other }
    ? FiguresIn<Other> & { readonly [N in Count]: number }
    : never;

/** What has to be said to a message; to one of several, what each of them needs. */
export type FiguresOf<M> = (M extends unknown ? (figures: FiguresOfOne<M>) => void : never) extends (
  figures: infer All,
) => void
  ? All
  : never;
