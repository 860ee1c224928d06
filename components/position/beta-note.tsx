import { say } from '../../core/i18n/say-own.ts';
import type { BetaMoves } from '../../core/risk/account/beta-moves.ts';
import { formatPercent } from '../ui/format.ts';
import { type AccountInput, betaReportOf, betasOf, BITCOIN } from './account-figures.ts';

interface BetaNoteProps {
  readonly input: AccountInput;
  /** Of bitcoin. */
  readonly move: number;
  readonly moves: BetaMoves;
}

/** How far each coin goes with bitcoin, with its interval, and where its history is too short to say. */
export function BetaNote({ input, move, moves }: BetaNoteProps) {
  const write = (value: number | undefined): string => formatPercent(value ?? 0, 1, true);
  const texts = [...betasOf(input)]
    .filter(([coin]) => coin !== BITCOIN)
    .map(([coin, beta]) => {
      if (beta === null)
        return say('scenario.beta.short', {
          coin,
          move: write(moves.value.get(coin)),
          days: betaReportOf(input.reports, coin)?.days ?? 0,
        });
      const ends = [moves.low.get(coin) ?? 0, moves.high.get(coin) ?? 0];
      return say('scenario.beta.coin', {
        coin,
        move: write(moves.value.get(coin)),
        low: write(Math.min(...ends)),
        high: write(Math.max(...ends)),
      });
    });
  if (texts.length === 0) return null;
  return (
    <p class="secondary" title={say('scenario.beta.about')}>
      {say('scenario.beta', { bitcoin: write(move), coins: texts.join('; ') })}
    </p>
  );
}
