import type { Messages } from '../message.ts';

/** The map as a picture. */
export const share = {
  'share.copy': 'Copy picture',
  'share.save': 'Save picture',
  'share.copied': 'Copied.',
  'share.refused': 'The browser did not allow it.',
  'share.about': '{atMs:moment}. {what}',
} as const satisfies Messages;
