import type { Messages } from '../message.ts';

/** How warnings reach the user beyond the panel: sound, and messengers of their own. */
export const delivery = {
  'delivery.title': 'How warnings reach you',
  'delivery.about':
    'Nothing is watched while the browser is closed, and nothing is told then; what was missed is told once at the next start. Snooze and quiet hours hold here too.',

  'sound.on': 'With a sound, the graver the more notes',
  'sound.volume': 'Volume',
  'sound.try': 'Hear',
  'sound.near': 'Something near',
  'sound.moving': 'Something goes on',
  'sound.own': 'My liquidation',
  'sound.hear': 'Hear: {tone}',

  'messenger.telegram': 'Telegram',
  'messenger.discord': 'Discord',
  'messenger.about.telegram':
    'By a bot of your own. Write /newbot to @BotFather in Telegram and paste the token that it gives; write anything to your bot; then open api.telegram.org/bot‹token›/getUpdates in a tab: the number after "chat":{"id": is the chat.',
  'messenger.about.discord':
    'To a channel of your own: in its settings, under Integrations, make a webhook and paste its address.',
  'messenger.telegram.token': 'Token of the bot',
  'messenger.telegram.chat': 'Chat',
  'messenger.discord.webhook': 'Address of the webhook',
  'messenger.telegram.wrong-token': 'A token is a number, a colon and at least 30 letters, digits, - or _.',
  'messenger.telegram.wrong-chat':
    'A chat is a whole number, below zero for a group, or the @name of a channel.',
  'messenger.discord.wrong':
    'An address begins with https://discord.com/api/webhooks/, then a number and a token. No other host is written to.',
  'messenger.save': 'Save {name}',
  'messenger.save.short': 'Save',
  'messenger.secret':
    'It stays on this device, is in no file of options, and is sent to {host} alone, which you are asked to allow.',
  'messenger.kept.telegram': 'to the bot whose token ends in {hint}',
  'messenger.kept.discord': 'to the webhook that ends in {hint}',
  'messenger.try': 'Send test',
  'messenger.try.name': 'Send a test by {name}',
  'messenger.remove': 'Remove',
  'messenger.remove.name': 'Remove {name}',
  'messenger.own-figures': 'With figures of my own: my liquidation, my bells',
  'messenger.own-figures.name': 'With figures of my own, by {name}',
  'messenger.arrived': 'The test arrived.',
  'messenger.sending': 'Sending …',
  'messenger.no-access': 'It needs access to {host}.',
  'messenger.allow': 'Allow {host}',
  'messenger.off':
    'Switched off after five refusals in a row. {reason} A test that arrives switches it on again.',
  'messenger.failed': 'The last message did not arrive. {reason} Warnings wait until it is tried again.',

  'messenger.fault.telegram.400': 'Telegram knows no such chat, or nobody has written to the bot there yet.',
  'messenger.fault.telegram.401': 'Telegram does not know this token.',
  'messenger.fault.telegram.403': 'The bot may not write in this chat.',
  'messenger.fault.telegram.404': 'Telegram does not know this token.',
  'messenger.fault.discord.401': 'Discord does not know this webhook.',
  'messenger.fault.discord.404': 'Discord knows no such webhook; it may have been deleted.',
  'messenger.fault': '{reason}.',

  'messenger.off.popup': {
    count: 'count',
    one: 'Warnings by {names:list} are switched off after five refusals in a row.',
    other: 'Warnings by {names:list} are switched off after five refusals each.',
  },
  'messenger.off.open': 'Options',
} as const satisfies Messages;
