/** Where a venue is asked. Origins without a path. */
export interface Hosts {
  /** Public endpoints. */
  readonly api: string;
  /** The user is asked for it with one click: it came after the first version, and an update asks for nothing. */
  readonly isOptional?: true;
  /** Maintenance tiers, where they are on a host of its own, which is always optional. */
  readonly tiers?: string;
  /** Files of the past, on a host of its own too. */
  readonly archive?: string;
  /** Streams of forced orders; they need a place in the content policy, no permission. */
  readonly socket?: string;
  /** What the venue documents for users of other countries. */
  readonly regional?: readonly RegionalHost[];
}

/** A host of a venue's own for users of other countries: the same public endpoints under the same paths. */
export interface RegionalHost {
  readonly host: string;
  /** Whom the venue names it for. */
  readonly region: string;
  /** Where its streams are; null: where those of the main host are. */
  readonly socketOrigin: string | null;
}
