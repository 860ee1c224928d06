import type { Messages } from '../message.ts';

/** The user's own dollars and coins, and hiding them. */
export const ownAmounts = {
  'own.hidden': '•••',
  'own.hide': 'Hide amounts',
  'own.hide.about':
    'Your own dollars and coins are hidden in the popup, in the side panel and on the chart; prices, shares and percents stay.',
  'own.closed': 'Show amounts to see and change it.',
} as const satisfies Messages;
