import type { Messages } from '../message.ts';

/** A position of the user. */
export const positions = {
  'position.unlisted': '{venue:venue} lists no perpetual of {asset}: its tiers are a stand-in.',
} as const satisfies Messages;
