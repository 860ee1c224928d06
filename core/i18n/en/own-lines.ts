import type { Messages } from '../message.ts';

/** Beside the user's own lines on a chart. */
export const ownLines = {
  'own-line.liquidation': 'liq {price}',
  'own-line.liquidation.far': 'liq {price} · {away}',
  'own-line.liquidation.chance': 'liq {price} · {away} · 24 h {chance}',
  'own-line.liquidation.between': 'liq {price} · {away} · 24 h {chance} · {usd:usd} between',
  'own-line.estimate': '≈ {price}',
  'own-line.bell': 'bell {price}',
  'own-line.entry': 'entry {price}',
  'own-line.stop': 'stop {price}',
  'own-line.target': 'target {price}',
} as const satisfies Messages;
