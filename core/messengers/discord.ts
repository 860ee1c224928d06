import * as v from 'valibot';

import { lastFour, type Messenger, posted } from './messenger.ts';

/** A webhook of a channel of the user's own: the two parts of its address that are not the same for everyone. */
export interface DiscordAddress {
  readonly id: string;
  readonly token: string;
}

/** Signs of a path alone: nothing in them ends the path or begins another. */
const ID = /^\d{15,22}$/;
const TOKEN = /^[\w-]{40,100}$/;
/** Test versions of Discord name their own host; the same webhook is on the one that is written to. */
const WEBHOOK =
  /^https:\/\/(?:(?:canary|ptb)\.)?discord\.com\/api\/(?:v\d{1,2}\/)?webhooks\/(\d+)\/([\w-]+)\/?$/;

/** The address of a webhook as Discord shows it; null for what is none, or on another host. */
export function readWebhook(text: string): DiscordAddress | null {
  const [, id, token] = WEBHOOK.exec(text.trim()) ?? [];
  const read = v.safeParse(discord.address, { id, token });
  return read.success ? read.output : null;
}

/** @see https://discord.com/developers/docs/resources/webhook#execute-webhook read 2026-11-30 */
export const discord: Messenger<DiscordAddress> = {
  name: 'Discord',
  origin: 'https://discord.com/*',
  address: v.object({ id: v.pipe(v.string(), v.regex(ID)), token: v.pipe(v.string(), v.regex(TOKEN)) }),
  request: ({ id, token }, message) =>
    // Waited for, so that what is not shown is not taken for told.
    posted('discord', `https://discord.com/api/webhooks/${id}/${token}?wait=true`, {
      content: message,
      // What a source calls an event may name nobody.
      allowed_mentions: { parse: [] },
    }),
  hint: ({ token }) => lastFour(token),
};
