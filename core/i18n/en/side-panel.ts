import type { Messages } from '../message.ts';

/** What the browser's side panel says around the panel's parts and the user's positions. */
export const sidePanel = {
  'side.elsewhere': 'The tab in front shows no market; this is {market}.',
  'side.views': 'What is shown',
  'side.view.market': 'This market',
  'side.view.list': 'Watch list',
  'side.view.screener': 'All markets',
  'side.positions': 'Your positions',
  'side.none': 'None yet. Press a price in the map to begin one there.',

  'take.about': 'A press, or Enter at a price, begins a position there.',
  'take.title': 'New position: {price} as',
  'take.entry': 'Entry',
  'take.stop': 'Stop',
  'take.target': 'Target',
  'take.close': 'Leave the price',
  'take.taken.entry': 'Entry {price} is taken. Press another price for a stop or a target.',
  'take.taken.stop': 'Stop {price} is taken.',
  'take.taken.target': 'Target {price} is taken.',
} as const satisfies Messages;
