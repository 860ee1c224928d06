import type { Instrument } from '../../market/instrument.ts';
import { MINUTE_MS } from '../../market/time.ts';
import type { VenueId } from '../../market/venue-id.ts';
import type { Ports } from '../../ledger/ports.ts';
import type { SourceRow } from '../../ledger/tables/sources.ts';
import type { Venue, VenueCall } from '../../venues/venue.ts';
import type { Update } from '../attempt.ts';
import type { Asked, HostGate } from '../host-gate.ts';

/** A venue, while it is asked about a market. */
export interface VenueScope {
  readonly ports: Ports;
  readonly gate: HostGate;
  readonly market: string;
  readonly venue: Venue;
  /** Whether somebody looks at the market or holds something in it. */
  readonly isNear: boolean;
  /** The venues that are asked, in the order of preference. */
  readonly preferred: readonly VenueId[];
  /** No request is sent after this, by the device's clock. */
  readonly deadlineMs: number;
  /** Called after each commit. */
  readonly onCommit: () => void;
}

/** A venue's part in one market. */
export interface MarketScope extends VenueScope {
  readonly instrument: Instrument;
}

/** When in a poll a kind is asked for, in this order. */
export type Stage =
  /** One after the other; nothing that follows is asked while one of them fails. */
  | 'first'
  /** Side by side. */
  | 'now'
  /** One after the other. */
  | 'past'
  /** Where nothing else is left to ask for. */
  | 'idle'
  /** Beside all of them, whatever fails. */
  | 'apart';

/** Sends one question: what it changes, or why nothing was sent. @throws what makes the answer one that failed */
type Question = () => Promise<Asked<Update>>;

/** Gives one question after the other, each for what is known after the one before; null at the end. */
export type Questions = (row: SourceRow) => Question | null;

/** For what is asked for once a bar: less, so that the alarm at its end asks however early it comes. */
export const ONCE_A_BAR_MS = 5 * MINUTE_MS - 15_000;

/** One kind of thing that a venue is asked for. */
export interface SourceKind<Scope extends VenueScope = MarketScope> {
  /** Names its row in the ledger. */
  readonly id: string;
  /** Where the row is another one than that of the polled market and the id. */
  readonly keptAs?: readonly [market: string, id: string];
  /** Time from a good answer to the next poll that asks again. */
  readonly periodMs: number;
  /** The same for a market that is not near, where what is told is dear. */
  readonly farPeriodMs?: number;
  /** Age from which what was told last no longer speaks of now. */
  readonly staleAfterMs: number;
  /** When it was told last, where that is not when the venue answered last; epoch milliseconds, null for never. */
  readonly toldAtMs?: (row: SourceRow) => number | null;
  /** A venue whose newest row came this long after its close or later is called late. */
  readonly lateAfterS?: number;
  /** The user may leave its host closed, and nothing is wrong then. */
  readonly isOptional?: true;
  /** What it tells says by itself who told it: that a venue does not is no trouble of that venue. */
  readonly isBeside?: true;
  readonly stages: readonly Stage[];
  /** Null where the venue has no such thing or others are to be asked for it. */
  readonly begin: (scope: Scope, row: SourceRow, stage: Stage) => Promise<Questions | null>;
}

interface Once<Scope, T> {
  /** Null where the venue has no such thing. */
  readonly ask: (scope: Scope, row: SourceRow) => (() => Promise<Asked<T>>) | null;
  /** @throws GlitchError for what cannot be true */
  readonly check?: (value: T, scope: Scope) => void | Promise<void>;
  readonly fold: (value: T, scope: Scope) => Update | Promise<Update>;
}

/** What is told in one answer. */
export const once =
  <T, Scope extends VenueScope = MarketScope>({ ask, check, fold }: Once<Scope, T>) =>
  async (scope: Scope, row: SourceRow): Promise<Questions | null> => {
    const send = ask(scope, row);
    if (send === null) return null;
    let isAsked = false;
    const question = async (): Promise<Asked<Update>> => {
      const asked = await send();
      if (asked.kind !== 'answer') return asked;
      await check?.(asked.value, scope);
      return { kind: 'answer', value: await fold(asked.value, scope) };
    };
    return () => {
      if (isAsked) return null;
      isAsked = true;
      return question;
    };
  };

/** One call with what is spent and refused in mind. */
export const oneCall =
  <T>(callOf: (venue: Venue, instrument: Instrument) => VenueCall<T> | null) =>
  ({ gate, venue, instrument, deadlineMs }: MarketScope): (() => Promise<Asked<T>>) | null => {
    const call = callOf(venue, instrument);
    return call === null ? null : () => gate.ask(venue, call, deadlineMs);
  };
