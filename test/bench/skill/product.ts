import { amountLevel } from '../../../core/engine/forecast/amount-level.ts';
import { MEMBER_LAWS, memberDensities, MEMBERS } from '../../../core/engine/forecast/members.ts';
import type { Places } from '../../../core/engine/forecast/places.ts';
import type { Member, Variant } from './variant.ts';

const computed = new WeakMap<Places, readonly Float64Array[]>();

/** The product's densities, which many variants ask for. */
export function productDensities(places: Places): readonly Float64Array[] {
  const densities = computed.get(places) ?? memberDensities(places);
  computed.set(places, densities);
  return densities;
}

/** What is built into the product. */
export const product: Variant = {
  name: 'product',
  members: Object.fromEntries(
    MEMBERS.map((member, index): readonly [string, Member] => [
      member,
      {
        prior: MEMBER_LAWS[member].prior,
        density: (places) => productDensities(places)[index] ?? new Float64Array(),
      },
    ]),
  ),
  level: (places, { range }) => amountLevel(places, range),
};
