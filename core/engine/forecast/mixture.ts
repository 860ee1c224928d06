import { sum } from '../skill/information-gain.ts';
import type { Region } from '../skill/region.ts';
import { createDollars, type Dollars, fadeDollars, learnDollars } from './dollars.ts';
import type { FrozenForecast } from './frozen-forecast.ts';
import { type Priors, PRIOR_WEIGHTS } from './members.ts';
import { createSizeHistogram } from './size-histogram.ts';
import {
  createTrust,
  fadeTrust,
  learnWhere,
  OUTCOME_MEMORY_S,
  type Trust,
  trustedWeights,
  type WindowLength,
} from './trust.ts';

/** What past windows have said about the members and about the dollars. Plain data. */
export interface Mixture extends Trust, Dollars {
  /** The same of each venue whose orders were told apart. */
  readonly venues: Record<string, VenueTrust>;
}

/** Leverage belongs to the venue, and with it which member is right. */
export interface VenueTrust extends Trust {
  /** Fading sum of its dollars: what its word counts. */
  realisedUsd: number;
}

/** A mixture that has seen no outcome. */
export const createMixture = (priors: Priors = PRIOR_WEIGHTS): Mixture => ({
  ...createTrust(priors),
  ...createDollars(),
  venues: {},
});

/** Of what other coins have taught of the members, so much counts for one of which nothing is known. */
const OTHERS_SHARE = 0.5;

/**
 * A mixture that has seen no outcome of its own and begins with what those of other coins have learnt of the members, in all
 * and by venue, each by its windows: whoever trades one coin of a venue at little leverage trades the next so too. Of the
 * dollars nothing is taken: coins differ too much in size.
 */
export function mixtureFrom(others: readonly Mixture[]): Mixture {
  const venues = [...new Set(others.flatMap((other) => Object.keys(other.venues)))];
  return {
    ...createMixture(),
    logWeights: sharedLogWeights(others.map((trust) => ({ trust, windows: trust.erroredWindows }))),
    venues: Object.fromEntries(
      venues.map((venue) => {
        const taught = others.flatMap(({ venues: { [venue]: trust }, erroredWindows }) =>
          trust === undefined ? [] : [{ trust, windows: erroredWindows }],
        );
        return [venue, startFrom({ logWeights: sharedLogWeights(taught) })];
      }),
    ),
  };
}

function sharedLogWeights(
  taught: readonly { readonly trust: Pick<Trust, 'logWeights'>; readonly windows: number }[],
): Record<string, number> {
  const { logWeights } = createTrust();
  const windows = sum(taught.map((one) => one.windows));
  if (windows === 0) return logWeights;
  for (const { trust, windows: own } of taught) {
    for (const member of Object.keys(logWeights)) {
      const share = (OTHERS_SHARE * own) / windows;
      logWeights[member] = (logWeights[member] ?? 0) + share * (trust.logWeights[member] ?? 0);
    }
  }
  return logWeights;
}

/**
 * Weights of the members, summing to 1: those of each venue by its share of the dollars, because forced orders of all
 * venues are those of one beside those of the next; those of all orders together until any venue's are known apart.
 */
export function mixtureWeights(
  mixture: Pick<Mixture, 'logWeights' | 'venues'>,
  priors: Priors = PRIOR_WEIGHTS,
): Readonly<Record<string, number>> {
  const venues = Object.values(mixture.venues);
  const usd = sum(venues.map(({ realisedUsd }) => realisedUsd));
  const weights = Object.keys(priors).map(() => 0);
  const add = (trust: Pick<Trust, 'logWeights'>, share: number): void =>
    trustedWeights(trust, priors).forEach((weight, index) => {
      weights[index] = (weights[index] ?? 0) + share * weight;
    });
  if (usd > 0) for (const venue of venues) add(venue, venue.realisedUsd / usd);
  else add(mixture, 1);
  return Object.fromEntries(Object.keys(priors).map((member, index) => [member, weights[index] ?? 0]));
}

/**
 * Learns from one frozen forecast whose outcome is known, in place: the members by where the dollars fell, in all
 * and by venue, the scale and its spread by how many they were.
 * @param regions the sides of that forecast's window that count, by first passage
 */
export function learnFromOutcome(
  mixture: Mixture,
  frozen: FrozenForecast,
  regions: readonly Region[],
  horizonS: number,
  elapsedS: number,
  learning: Omit<WindowLength, 'horizonS'> = {},
): void {
  const keep = Math.exp(-elapsedS / OUTCOME_MEMORY_S);
  fadeTrust(mixture, keep);
  fadeDollars(mixture, keep);
  for (const venue of Object.values(mixture.venues)) {
    fadeTrust(venue, keep);
    venue.realisedUsd *= keep;
  }
  const length: WindowLength = { ...learning, horizonS };
  for (const region of regions) {
    learnDollars(mixture, frozen, region, sum(region.usd));
    // A venue that is new starts from what is known of all, before this region.
    for (const [venue, usd] of Object.entries(region.usdByVenue ?? {})) {
      const total = sum(usd);
      if (total === 0) continue;
      const trust = (mixture.venues[venue] ??= startFrom(mixture));
      learnWhere(trust, frozen, { ...region, usd }, length);
      trust.realisedUsd += total;
    }
    if (sum(region.usd) > 0) learnWhere(mixture, frozen, region, length);
  }
}

const startFrom = ({ logWeights }: Pick<Trust, 'logWeights'>): VenueTrust => ({
  logWeights: { ...logWeights },
  windowUsd: createSizeHistogram(),
  realisedUsd: 0,
});
