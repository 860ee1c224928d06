import { array, assert, constantFrom, oneof, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';

import { readWebhook } from '../../core/messengers/discord.ts';
import { messageRequest } from '../../core/messengers/registry.ts';
import { readBot } from '../../core/messengers/telegram.ts';
import { anyText } from '../support/any-text.ts';

/** Parts of addresses, honest and not, in any order. */
const part = constantFrom(
  'https://discord.com',
  'https://discord.com@',
  'evil.example',
  '/api/webhooks/',
  '1432100000000000042',
  '/',
  '..',
  '%2f',
  '\\',
  '?',
  '#',
  ':',
  '@',
  '\n',
  'Ab3-_'.repeat(13),
);
const text = oneof(
  array(part, { maxLength: 9 }).map((parts) => parts.join('')),
  anyText(90),
);

const SEEDED = { seed: 15, numRuns: 3000 };

test('whatever is given as a webhook, Discord alone is asked, below its webhooks', () => {
  assert(
    property(text, (written) => {
      const address = readWebhook(written);
      if (address === null) return;
      const url = new URL(messageRequest('discord', address, 'x').url);
      expect(url.origin).toBe('https://discord.com');
      expect(url.pathname).toBe(`/api/webhooks/${address.id}/${address.token}`);
    }),
    SEEDED,
  );
});

test('whatever is given as a token and a chat, Telegram alone is asked, as that bot', () => {
  const token = tuple(constantFrom('123456789:', '1:', ''), text).map((parts) => parts.join(''));
  assert(
    property(token, text, (written, chat) => {
      const address = readBot(written, chat);
      if (typeof address === 'string') return;
      const url = new URL(messageRequest('telegram', address, 'x').url);
      expect(url.origin).toBe('https://api.telegram.org');
      expect(url.pathname).toBe(`/bot${address.token}/sendMessage`);
    }),
    SEEDED,
  );
});
