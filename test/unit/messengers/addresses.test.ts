import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { readWebhook } from '../../../core/messengers/discord.ts';
import { messageNumber } from '../../../core/messengers/message-number.ts';
import { MESSENGERS, messageRequest } from '../../../core/messengers/registry.ts';
import { readBot } from '../../../core/messengers/telegram.ts';

const TOKEN = '123456789:AAH-dqTcvCH1vGWJxfSeofSAs0K5PALDsaw';
const ID = '1432100000000000042';
const SECRET = `${'Ab3-_'.repeat(13)}xyz9`;
const HOOK = `https://discord.com/api/webhooks/${ID}/${SECRET}`;

describe('a Telegram address', () => {
  test.each([['424242'], ['-1001234567890'], ['@my_channel']])('has a token and the chat %s', (chat) => {
    expect(readBot(` ${TOKEN}\n`, ` ${chat} `)).toEqual({ token: TOKEN, chat });
  });

  test.each([
    [''],
    ['123456789'],
    ['123456789:short'],
    [`${TOKEN}/../..`],
    [`${TOKEN}@evil.example`],
    [`${TOKEN}?x=1`],
    [`${TOKEN}#`],
    [`bot${TOKEN}`],
    [`12345678 9:${TOKEN.slice(10)}`],
  ])('has no token %j, which is said of that field', (token) => {
    expect(readBot(token, '424242')).toBe('token');
  });

  test.each([[''], ['my channel'], ['@a'], ['12.5'], ['1e9'], ['424242, 5']])('has no chat %j', (chat) => {
    expect(readBot(TOKEN, chat)).toBe('chat');
  });

  test('is asked in the path of its own host, and the text is in the body alone', () => {
    const { url, method, body } = messageRequest('telegram', { token: TOKEN, chat: '42' }, 'BTC & "so"');

    expect([method, url]).toEqual(['POST', `https://api.telegram.org/bot${TOKEN}/sendMessage`]);
    expect(JSON.parse(body ?? '')).toMatchObject({ chat_id: '42', text: 'BTC & "so"' });
  });
});

describe('a Discord address', () => {
  test.each([
    [HOOK],
    [` ${HOOK} `],
    [HOOK.replace('/api/', '/api/v10/')],
    [`${HOOK}/`],
    [HOOK.replace('discord.com', 'canary.discord.com')],
  ])('is read of %s', (text) => {
    expect(readWebhook(text)).toEqual({ id: ID, token: SECRET });
  });

  test.each([
    ['a host below it', HOOK.replace('discord.com', 'evil.discord.com')],
    ['another host', HOOK.replace('discord.com', 'discord.com.evil.example')],
    ['a host before it', HOOK.replace('https://', 'https://discord.com@evil.example/')],
    ['a host that is like it', HOOK.replace('discord.com', 'discordapp.com')],
    ['no encryption', HOOK.replace('https:', 'http:')],
    ['a port', HOOK.replace('discord.com', 'discord.com:8443')],
    ['another path', HOOK.replace('webhooks', 'channels')],
    ['a way out of the path', `${HOOK}/../../users`],
    ['a query', `${HOOK}?thread_id=1`],
    ['no token', `https://discord.com/api/webhooks/${ID}`],
    ['a short token', `https://discord.com/api/webhooks/${ID}/abc`],
  ])('is none with %s', (_what, text) => {
    expect(readWebhook(text)).toBeNull();
  });

  test('is asked to say what it made of it, and may name nobody', () => {
    const { url, body } = messageRequest('discord', { id: ID, token: SECRET }, '@everyone');

    expect(url).toBe(`${HOOK}?wait=true`);
    expect(JSON.parse(body ?? '')).toEqual({ content: '@everyone', allowed_mentions: { parse: [] } });
  });
});

test('of a secret no more than four signs are shown', () => {
  expect(MESSENGERS.telegram.hint({ token: TOKEN, chat: '42' })).toBe('Dsaw');
  expect(MESSENGERS.discord.hint({ id: ID, token: SECRET })).toBe('xyz9');
});

test('what is stored is read strictly too, so that no stored text names another host', () => {
  expect(v.is(MESSENGERS.discord.address, { id: `${ID}/..`, token: SECRET })).toBe(false);
  expect(v.is(MESSENGERS.telegram.address, { token: '../x', chat: '1' })).toBe(false);
});

test('a warning has one number, another warning another', () => {
  const [one, same, other] = ['BTCUSDT:event:1', 'BTCUSDT:event:1', 'BTCUSDT:event:2'].map(messageNumber);

  expect(one).toMatch(/^[0-9a-f]{8}$/);
  expect(same).toBe(one);
  expect(other).not.toBe(one);
});
