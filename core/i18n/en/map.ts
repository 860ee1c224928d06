import type { Messages } from '../message.ts';

/** How the map is looked at in the panel. */
export const map = {
  'map.form': 'How the map is drawn',
  'map.bands': 'Bands',
  'map.heat': 'Heat map',
  'map.kind': 'Map',
  'map.exposure': 'If nobody acts',
  'map.forced': 'Forced',
  'map.exposure.about': 'Estimate: USD that breaks here if nobody acts.',
  'map.forced.about': 'Estimate: USD expected to be force-closed here.',
  'map.unit': 'USD, estimate',
  'map.unit.known': 'USD, estimate, {share:percent} known',
  'map.known': '{share:percent} of it is known.',
  'map.reach': 'Range around the price',
} as const satisfies Messages;
