import type { Messages } from '../message.ts';

/** The popup around a position: its market, saved positions, and files of them. */
export const popup = {
  'popup.title': 'Position risk',
  'popup.views': 'What is shown',
  'popup.view.list': 'Watch list',
  'popup.view.position': 'Positions',
  'popup.new': 'New position',
  'popup.new.short': 'New',
  'popup.example': 'Show an example',
  'popup.inputs': 'Inputs',
  'popup.no-coin': 'No coin: no figures yet',
  'popup.no-figures': '{base}: no figures yet',
  'popup.figures': '{base} {price}, {age} ago',
  'popup.not-watched': '{base} is not watched: no price or map of it.',
  'popup.no-longer-watched': '{base} is no longer watched.',
  'popup.load': 'Load {base}',
  'popup.no-access': 'Plimsoll may not read {hosts}. Without it the map lacks that venue.',
  'popup.allow': 'Allow',
  'popup.missing': 'Enter coin, entry, size and margin to see where the position liquidates.',
  'popup.wrong': 'Correct what is marked to see where the position liquidates.',
  'popup.local': 'Positions stay on this device. Nothing of them is sent anywhere.',

  'popup.local.addresses':
    'Positions stay on this device. Of them nothing is sent anywhere but the addresses above, to Hyperliquid alone.',
  'popup.local.messengers':
    'Positions stay on this device. Warnings of them go to {names:list}, with their figures only where you ticked that.',
  'popup.local.both':
    'Positions stay on this device. The addresses above go to Hyperliquid alone, warnings of positions to {names:list}, with their figures only where you ticked that.',

  'saved.list': 'Saved positions',
  'saved.example': 'Example',
  'saved.example.about': 'Example: nobody holds it, and nothing warns of it',
  'saved.on': 'USD on {venue},',
  'saved.liquidation': 'liquidation',
  'saved.liquidation.estimate': 'liquidation, estimate',
  'saved.chance': 'chance in 24 hours',

  'file.copy': 'Copy as text',
  'file.export': 'Export',
  'file.import': 'Import',
  'file.chosen': 'File of positions to import',
  'file.tab': 'Open in a tab',
  'file.saved': 'Saved on this device.',
  'file.copied': 'Copied.',
  'file.no-clipboard': 'The browser refused access to the clipboard.',
  'file.exported': 'Exported as {file}.',
  'file.too-large': 'Not imported: {file} is larger than 1 MB.',
  'file.unreadable': 'Not imported. {file}, line {line:number}: {reason}. Nothing was changed.',
  'file.refused': 'Position {position:number} (line {line:number}) was not taken: {reason}',
  'file.nothing': 'Nothing was imported from {file}.',
  'file.imported': {
    count: 'positions',
    one: 'Imported 1 position from {file}.',
    other: 'Imported {positions:number} positions from {file}.',
  },
} as const satisfies Messages;
