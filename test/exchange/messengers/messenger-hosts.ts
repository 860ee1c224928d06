import { type ApiRequest, type ApiResponse, BadRequest, ok, type VenueApi } from '../venues/venue-api.ts';
import type { Inbox } from './inbox.ts';

/** The bot that the simulated Telegram knows, and the chat in which somebody has written to it. */
export const BOT = { token: '987654321:AAHsimulatedTokenOfABotOfNobody_35xyz', chat: '424242' } as const;

/** The webhook that the simulated Discord knows. */
export const WEBHOOK = {
  id: '1432100000000000042',
  token: `simulated-webhook-token-${'w'.repeat(40)}-q7z9`,
} as const;

const host = (name: string, route: string, handler: (request: ApiRequest) => ApiResponse): VenueApi => ({
  venue: null,
  hosts: [name],
  routes: { [route]: handler },
  notFound: () => ({ status: 404, body: { ok: false, error_code: 404, description: 'Not Found' } }),
  badRequest: (message) => ({ status: 400, body: { ok: false, error_code: 400, description: message } }),
  headers: () => ({}),
});

/** @see https://core.telegram.org/bots/api#making-requests */
const telegram =
  (inbox: Inbox) =>
  ({ path, body, host: name }: ApiRequest): ApiResponse => {
    if (path !== `/bot${BOT.token}/sendMessage`)
      return { status: 401, body: { ok: false, error_code: 401, description: 'Unauthorized' } };
    const { chat_id: chat, text } = (body ?? {}) as { readonly chat_id?: unknown; readonly text?: unknown };
    if (String(chat) !== BOT.chat) throw new BadRequest('Bad Request: chat not found');
    if (typeof text !== 'string' || text === '') throw new BadRequest('Bad Request: message text is empty');
    inbox.add({ host: name, to: BOT.chat, text });
    return ok({ ok: true, result: { message_id: inbox.all.length, chat: { id: Number(chat) }, text } });
  };

/** @see https://discord.com/developers/docs/resources/webhook#execute-webhook */
const discord =
  (inbox: Inbox) =>
  ({ path, query, body, host: name }: ApiRequest): ApiResponse => {
    if (path !== `/api/webhooks/${WEBHOOK.id}/${WEBHOOK.token}`)
      return { status: 404, body: { message: 'Unknown Webhook', code: 10_015 } };
    const { content } = (body ?? {}) as { readonly content?: unknown };
    if (typeof content !== 'string' || content === '')
      return { status: 400, body: { message: 'Cannot send an empty message', code: 50_006 } };
    inbox.add({ host: name, to: WEBHOOK.id, text: content });
    return query.get('wait') === 'true'
      ? ok({ id: String(inbox.all.length), content, webhook_id: WEBHOOK.id })
      : { status: 204, body: '' };
  };

/** Messengers that put what they are given into `inbox`. */
export const messengerHosts = (inbox: Inbox): readonly VenueApi[] => [
  host('api.telegram.org', '/*', telegram(inbox)),
  host('discord.com', '/api/*', discord(inbox)),
];
