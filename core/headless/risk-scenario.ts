import { assetText } from '../market/asset.ts';
import type { Moves } from '../risk/account/read-moves.ts';
import { scenarioOutcome } from '../risk/account/scenario.ts';
import type { RiskRow } from './position-record.ts';

/** What becomes of all rows together; prices USD. */
export interface ScenarioAnswer {
  readonly equityUsd: number;
  readonly leftUsd: number;
  /** The first position to break, at which price of its own, and after which part of the way; null: none does. */
  readonly first: { readonly id: string; readonly price: number; readonly at: number } | null;
  readonly accounts: readonly {
    readonly positions: readonly string[];
    readonly equityUsd: number;
    readonly marginRatio: number | null;
    /** After the move; null of an account that breaks. */
    readonly after: { readonly equityUsd: number; readonly marginRatio: number | null } | null;
    readonly breaks: { readonly id: string; readonly price: number; readonly at: number } | null;
  }[];
  readonly leftOut: readonly string[];
}

export function scenarioAnswer(rows: readonly RiskRow[], moves: Moves): ScenarioAnswer {
  const rowOf = new Map(rows.map((row) => [row.position.id, row]));
  const { equityUsd, leftUsd, first, accounts, leftOut } = scenarioOutcome({
    positions: rows.map(({ position }) => position),
    markets: {
      markPriceOf: (position) => rowOf.get(position.id)?.markPrice ?? null,
      tiersOf: (position) => rowOf.get(position.id)?.tiers ?? null,
    },
    moveOf: (position) => moves.get(assetText(position)) ?? 0,
  });
  const pointOf = (one: typeof first) => one && { id: one.position.id, price: one.price, at: one.at };
  return {
    equityUsd,
    leftUsd,
    first: pointOf(first),
    accounts: accounts.map(({ account, now, after, breaks }) => ({
      positions: account.positions.map(({ id }) => id),
      equityUsd: now.equityUsd,
      marginRatio: now.marginRatio,
      after: after && { equityUsd: after.equityUsd, marginRatio: after.marginRatio },
      breaks: pointOf(breaks),
    })),
    leftOut: leftOut.map(({ id }) => id),
  };
}
