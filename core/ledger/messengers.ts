import * as v from 'valibot';

import { finite } from '../market/number-schemas.ts';
import { fieldsOf } from '../market/schemas.ts';
import { type AddressOf, MESSENGERS, type MessengerId } from '../messengers/registry.ts';
import type { Messenger } from '../messengers/messenger.ts';
import { fields, type Fact, one } from './fact.ts';
import { fault } from './tables/fault.ts';

/** A messenger that refuses so often in a row is not written to any more, until the user tries it again. */
export const MOST_REFUSALS = 5;

/** What became of what was sent last. */
const outcome = {
  /** Why the last message did not arrive; null where it did, or none was sent. */
  fault: v.nullable(fault),
  /** Status that the host answered then; null where it was another trouble. */
  status: v.nullable(finite),
  /** Refusals in a row; a host that could not be reached, asked to wait or failed itself has refused nothing. */
  refusals: finite,
};

export type MessageOutcome = Readonly<v.InferOutput<v.ObjectSchema<typeof outcome, undefined>>>;

export const NO_OUTCOME: MessageOutcome = { fault: null, status: null, refusals: 0 };

/** An address of the user's own, and what was told there. */
export interface Channel<Address = unknown> extends MessageOutcome {
  readonly address: Address;
  /** Warnings about own positions and bells come with their figures. */
  readonly hasOwnFigures: boolean;
}

export type Channels = { readonly [Id in MessengerId]: Channel<AddressOf<Id>> | null };

/** A messenger's whole channel, or null for none. */
export type ChannelsChange = Partial<Channels>;

const channel = <Address>(messenger: Messenger<Address>): Fact<Channel<Address> | null> =>
  one(
    v.nullable(
      fieldsOf({ address: messenger.address, hasOwnFigures: v.boolean(), ...outcome }),
    ) as v.GenericSchema<unknown, Channel<Address> | null>,
    null,
  );

/**
 * `local:messengers`: where warnings go out of the browser. Of secrets, so it is in no file of options, and no view is told
 * more of it than {@link shownChannels}.
 */
export const messengers: Fact<Channels, ChannelsChange> = fields({
  telegram: channel(MESSENGERS.telegram),
  discord: channel(MESSENGERS.discord),
});

/** What holds where the browser's user does not agree to figures of their own leaving, whatever was ticked. */
export const withoutOwnFigures = ({ telegram, discord }: Channels): Channels => ({
  telegram: telegram && { ...telegram, hasOwnFigures: false },
  discord: discord && { ...discord, hasOwnFigures: false },
});

export const isOff = ({ refusals }: MessageOutcome): boolean => refusals >= MOST_REFUSALS;

/** A channel as views are told of it. */
export interface ShownChannel extends MessageOutcome {
  /** The last four signs of its secret. */
  readonly hint: string;
  readonly hasOwnFigures: boolean;
}

export type ShownChannels = Readonly<Record<MessengerId, ShownChannel | null>>;

/** What is stored, without its secrets. */
export function shownChannels(stored: unknown): ShownChannels {
  const { telegram, discord } = messengers.restore(stored);
  return { telegram: shown('telegram', telegram), discord: shown('discord', discord) };
}

function shown<Id extends MessengerId>(id: Id, channel: Channel<AddressOf<Id>> | null): ShownChannel | null {
  if (channel === null) return null;
  const { address, hasOwnFigures, fault, status, refusals } = channel;
  return { hint: MESSENGERS[id].hint(address), hasOwnFigures, fault, status, refusals };
}
