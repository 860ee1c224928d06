import { say } from '../../core/i18n/say.ts';
import { LevelLine } from '../overlay/level-line.tsx';
import { nearestLevel } from '../overlay/nearest.ts';
import type { LevelsThen as Known } from './use-past-levels.ts';

interface LevelsThenProps {
  readonly known: Known;
  /** Of the moment that is shown. */
  readonly price: number;
  readonly decimals: number;
}

/** The nearest levels on either side at a moment of the past, and what else is of it. */
export function LevelsThen({ known: { levels, state }, price, decimals }: LevelsThenProps) {
  const nearest = (['up', 'down'] as const).flatMap(
    (direction) => nearestLevel(levels ?? [], price, direction) ?? [],
  );
  return (
    <>
      {nearest.map((level) => (
        <LevelLine key={level.id} {...{ level, price, decimals }} />
      ))}
      <p class="secondary">
        {say(`heat.levels.${state}`)} {say('heat.moment.kept')}
      </p>
    </>
  );
}
