import { madeOnce } from '../../market/made-once.ts';
import { dateOf } from '../../market/utc-date.ts';
import type { Swing } from '../swings.ts';
import { findZones, swingWeight } from '../zones.ts';
import { fixedEdges, type LevelKind } from './kind.ts';

const STRENGTH = 0.6;
/** Prominence, in average true ranges, from which a swing counts in full. */
const FULL_PROMINENCE_ATR = 4;

/** Turning points that lie close together. */
export const swingZone: LevelKind = {
  id: 'swing-zone',
  leads: true,
  ofMoment: ({ swings, atr, nowS }) =>
    findZones(swings, atr, nowS).map((zone) => {
      const weight = zone.swings.reduce((sum, swing) => sum + swingWeight(swing, atr, nowS), 0);
      const [first] = zone.swings;
      const strongest = zone.swings.reduce((a, b) => (b.prominence > a.prominence ? b : a));
      return {
        id: `swing-${strongest.price}`,
        low: zone.low,
        high: zone.high,
        strength: STRENGTH * Math.min(1, weight / FULL_PROMINENCE_ATR),
        sources: zone.swings.map((swing) => nameOf(swing)),
        fromIndex: first?.index ?? 0,
        side: first?.kind === 'low' ? 'support' : 'resistance',
        edgesAt: fixedEdges(zone.low, zone.high),
      };
    }),
};

const nameOf = madeOnce(
  ({ kind, openTimeS, price }: Swing) => `swing-${kind} ${dateOf(openTimeS * 1000)} ${price}`,
);
