/** What is known of a site's own table of positions; the words of its headers are the same for all sites. */
export interface TableHint {
  /** The path of the page of a contract that the table calls `name`; null for what is no name of one. */
  readonly pathOf: (name: string) => string | null;
  /** A size without a sign is a long's: shorts have a minus. Else a size says nothing of its side. */
  readonly isSizeSigned: boolean;
  /** The margin of an isolated position is shown with its profit, or as it is without. */
  readonly isMarginWithProfit: boolean;
}
