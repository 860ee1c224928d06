import type { Messages } from '../message.ts';

/** Addresses whose positions are shown, and what came of each. */
export const accounts = {
  'account.title': 'Hyperliquid addresses',
  'account.list': 'Addresses whose positions are shown',
  'account.address': 'Address of an account',
  'account.name': 'Name, if you like',
  'account.add': 'Show positions',
  'account.read-only':
    'Read-only. The address goes to Hyperliquid alone, in the question for its positions and orders, and stays on this device otherwise.',
  'account.linked':
    'Hyperliquid can tell that addresses asked for from one browser belong together: by your network address, in Firefox also by an origin that only your installation has.',
  'account.consent':
    'Firefox has not been told that an address may be sent to Hyperliquid: none is asked for.',
  'account.consent.give': 'Allow',

  'account.wrong': 'An address is 0x and 40 more characters, 0 to 9 and a to f.',
  'account.length': 'An address has 40 characters after 0x; this has {characters:number}.',
  'account.key':
    'This is as long as a private key and was taken out of the field. Never paste a key anywhere.',
  'account.known': 'This address is there already.',
  'account.no-consent': 'Not added: Firefox was not told that an address may be sent to Hyperliquid.',

  'account.state.asking': 'Hyperliquid is being asked.',
  'account.state.held': {
    count: 'positions',
    one: '1 position, as of {age} ago',
    other: '{positions:number} positions, as of {age} ago',
  },
  'account.state.none': 'No open position, as of {age} ago',
  'account.state.missing':
    'Hyperliquid knows no account at this address. Compare it with the one on its page.',
  'account.state.agent':
    'This is the key of a program that trades for another account and holds nothing itself. Paste the address of that account.',
  'account.state.failed': 'Not read: {reason}.',
  'account.again': 'Not read again: {reason}.',
  'account.part': 'Not all of it was read: {reason}.',
  'account.forget': 'Forget',
  'account.forget.of': 'Forget {name} and all that came from it',
  'account.forgotten': 'Forgotten, with all that came from it.',
  'account.kept': 'Kept on this device.',

  'account.from': 'from {name}',
  'account.from.old': 'from {name}, {age} old',
  'account.read': 'From {address}, as Hyperliquid said {age} ago.',
  'account.read.named': 'From {name} ({address}), as Hyperliquid said {age} ago.',
  'account.position': 'Position at an address',
  'account.unchanged': 'Shown, never changed: what you do on Hyperliquid is here with the next question.',
  'account.copy': 'Try changes on a copy',
  'account.isolated': 'isolated',
  'account.cross': 'cross',
  'account.size': 'Size',
  'account.entry': 'Entry',
  'account.mode': 'Margin',
  'account.stop': 'Stop',
  'account.no-stop': 'none that closes all of it',
  'account.targets': 'Targets',
  'account.no-targets': 'none',
  'account.target': '{price} ({share})',
  'account.pooled':
    'One balance of this account backs several of its markets and is not told: the margin here is what Hyperliquid’s own liquidation price implies.',
} as const satisfies Messages;
