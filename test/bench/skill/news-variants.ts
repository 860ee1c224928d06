import { amountLevel } from '../../../core/engine/forecast/amount-level.ts';
import { FINE_DISTANCES } from '../../../core/engine/forecast/relative-lattice.ts';
import type { HourPlaces } from './prepare.ts';
import type { NewsSource } from './sets.ts';
import { productDensities } from './product.ts';
import type { Variant } from './variant.ts';

/** What no news speaks of still has something. */
const FLOOR = 0.1;
/** Log distance within which those stand who opened lately. */
const NEAR = 0.01;

const EVERYWHERE = FINE_DISTANCES.map(() => 1);

type Factor = (places: HourPlaces) => Float64Array;

/** The product with other densities of its members. */
function withDensities(
  product: Variant,
  name: string,
  change: (density: Float64Array, places: HourPlaces, index: number) => Float64Array,
): Variant {
  const entries = Object.entries(product.members).map(([member, { prior, density }], index) => [
    member,
    {
      prior,
      density: (...[places, hour]: Parameters<typeof density>) =>
        change(density(places, hour), places, index),
    },
  ]);
  return { ...product, name, members: Object.fromEntries(entries) };
}

const times = (product: Variant, name: string, factor: Factor): Variant =>
  withDensities(product, name, (density, places) => {
    const by = factor(places);
    return density.map((value, step) => value * (by[step] ?? 1));
  });

const levelled = (product: Variant, name: string, factor: (places: HourPlaces) => number): Variant => ({
  ...product,
  name,
  level: (places, { range }) => factor(places) * amountLevel(places, range),
});

/** Fewer, or more, where orders were forced lately. */
const where = (product: Variant, source: NewsSource, exponent: number): Variant =>
  times(product, `${source} ^${exponent}`, ({ news }) =>
    (news?.[source]?.relative ?? EVERYWHERE).map((mass) => (mass + FLOOR) ** exponent),
  );

const flow = (product: Variant, source: NewsSource, exponent: number): Variant =>
  levelled(
    product,
    `${source} flow ^${exponent}`,
    ({ news }) => ((news?.[source]?.flow ?? 1) + FLOOR) ** exponent,
  );

/** What news of other places, the basis and a clock of volume would change. */
export const newsVariants = (product: Variant): readonly Variant[] => [
  ...(['totals', 'venue', 'leader', 'nothing'] as const).map((source) => where(product, source, -0.1)),
  ...(['totals', 'own', 'venue'] as const).map((source) => flow(product, source, 0.1)),
  times(product, 'basis near', ({ crowded = 0 }) =>
    FINE_DISTANCES.map((distance) => Math.exp(-0.1 * crowded * Math.exp(-distance / NEAR))),
  ),
  levelled(product, 'basis level', ({ crowded = 0 }) => Math.exp(0.1 * crowded)),
  withDensities(
    product,
    'by volume',
    (density, { byVolume }, index) =>
      (byVolume === undefined ? undefined : productDensities(byVolume)[index]) ?? density,
  ),
  {
    ...product,
    name: 'level by volume',
    level: (places, { range }) => amountLevel(places.byVolume ?? places, range),
  },
];
