import { useEffect, useMemo, useState } from 'preact/hooks';

import type { LevelReport } from '../../core/market/market-report.ts';
import type { LevelsAt } from '../../core/market/past-levels.ts';
import { DAY_MS } from '../../core/market/time.ts';

/** Asks the worker for the levels of each daily close of the last month; null where it gives none. */
export type AskLevels = (asked: { readonly market: string }) => Promise<readonly LevelsAt[] | null>;

export interface LevelsThen {
  /** In the units of the page; null while they are not known. */
  readonly levels: readonly LevelReport[] | null;
  /** Average true range of a day then, USD a unit of the page; null while it is not known. */
  readonly atr1dUsd: number | null;
  readonly state: 'asked' | 'known' | 'none' | 'failed';
}

interface Asked {
  readonly about: string;
  /** Null: there was no answer. */
  readonly closes: readonly LevelsAt[] | null;
}

/** The levels as the last daily close before a moment had left them; they are asked for once, when somebody looks back. */
export function usePastLevels(
  ask: AskLevels,
  market: string,
  momentS: number | null,
  { nowS, multiplier }: { readonly nowS: number; readonly multiplier: number },
): LevelsThen {
  const [asked, setAsked] = useState<Asked | null>(null);
  const isBack = momentS !== null;
  const about = `${market} ${Math.floor((nowS * 1000) / DAY_MS)}`;
  useEffect(() => {
    if (!isBack) return undefined;
    let isOver = false;
    void ask({ market }).then((closes) => isOver || setAsked({ about, closes }));
    return () => void (isOver = true);
  }, [ask, market, about, isBack]);

  const closes = asked?.about === about ? asked.closes : undefined;
  const then = momentS === null ? undefined : closeBefore(closes ?? [], momentS * 1000);
  return useMemo(() => {
    if (then === undefined) {
      const state = closes === undefined ? 'asked' : closes === null ? 'failed' : 'none';
      return { levels: null, atr1dUsd: null, state };
    }
    const levels = then.levels.map((level) => ({
      ...level,
      low: level.low * multiplier,
      high: level.high * multiplier,
    }));
    return { levels, atr1dUsd: then.atr1dUsd * multiplier, state: 'known' };
  }, [then, closes, multiplier]);
}

/** What is older than a day was followed by a close of which nothing is known. */
const closeBefore = (closes: readonly LevelsAt[], atMs: number): LevelsAt | undefined =>
  closes.findLast((close) => close.atMs <= atMs && close.atMs > atMs - DAY_MS);
