import * as v from 'valibot';

import { lastFour, type Messenger, posted } from './messenger.ts';

/** A bot of the user's own and the chat in which it writes. */
export interface TelegramAddress {
  /** `123456789:` and the secret that BotFather gave. */
  readonly token: string;
  /** A chat's number, below zero for a group, or a channel's `@name`. */
  readonly chat: string;
}

/** Signs of a path alone: nothing in it ends the path or begins another. */
const TOKEN = /^\d{5,16}:[\w-]{30,64}$/;
const CHAT = /^(?:-?\d{1,20}|@[A-Za-z]\w{3,31})$/;

const text = (pattern: RegExp) => v.pipe(v.string(), v.trim(), v.regex(pattern));

/** What was typed as an address; the field that is wrong where it is none. */
export function readBot(token: string, chat: string): TelegramAddress | 'token' | 'chat' {
  const read = v.safeParse(telegram.address, { token, chat });
  if (read.success) return read.output;
  return v.getDotPath(read.issues[0]) === 'token' ? 'token' : 'chat';
}

/** @see https://core.telegram.org/bots/api#sendmessage read 2026-11-30 */
export const telegram: Messenger<TelegramAddress> = {
  name: 'Telegram',
  origin: 'https://api.telegram.org/*',
  address: v.object({ token: text(TOKEN), chat: text(CHAT) }),
  request: ({ token, chat }, message) =>
    posted('telegram', `https://api.telegram.org/bot${token}/sendMessage`, {
      chat_id: chat,
      text: message,
      link_preview_options: { is_disabled: true },
    }),
  hint: ({ token }) => lastFour(token),
};
