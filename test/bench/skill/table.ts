import type { Gain } from '../../../core/engine/skill/bootstrap.ts';
import type { EventDefinition } from '../../../core/engine/skill/region.ts';
import type { NewCoin } from './new-coin.ts';
import type { DollarScore } from './score-dollars.ts';

const line = (set: string, variant: string, cells: readonly string[]): string =>
  `${set.padEnd(26)}${variant.padEnd(17)}${cells.join('')}`;

const GAIN = 24;

const DEFINITIONS: Readonly<Record<EventDefinition, string>> = {
  first: 'WHERE, by first passage',
  all: '\nWHERE, all orders',
};

/** Nats a dollar with intervals of 90 %. */
export const whereHead = (definition: EventDefinition): string =>
  line(
    DEFINITIONS[definition],
    'variant',
    [
      '1 h over Binance',
      '4 h over Binance',
      '1 h over its own',
      '4 h over its own',
      '1 h paired',
      '4 h paired',
    ].map((head) => head.padEnd(GAIN)),
  );

export const whereLine = (set: string, variant: string, gains: readonly (Gain | null)[]): string =>
  line(
    set,
    variant,
    gains.map((gain) => gainText(gain).padEnd(GAIN)),
  );

const signed = (value: number): string => (value < 0 ? '' : '+') + value.toFixed(3);

const gainText = (gain: Gain | null): string =>
  gain === null ? '-' : `${signed(gain.mean)} [${signed(gain.p5)}, ${signed(gain.p95)}]`;

/** What a coin gains that is new at a venue where others were heard. */
export const newCoinHead = (): string =>
  line(
    '\nNEW COIN',
    'new after',
    ['1 h', '4 h', '1 h, deaf', '4 h, deaf'].map((head) => head.padEnd(GAIN)),
  );

export const newCoinLine = ({ name, afterDays, gains, deafGains }: NewCoin): string =>
  line(
    name,
    `${afterDays.toFixed(1)} days`,
    [...gains, ...deafGains].map((gain) => gainText(gain).padEnd(GAIN)),
  );

/** Sides of an hour on which anything was forced. */
export const dollarsHead = (): string =>
  line('\nHOW MUCH', 'variant', ['  count  inside   below   above   width  deviance  deviance paired']);

export const dollarsLine = (
  set: string,
  variant: string,
  { count, inside, below, above, width, deviance }: DollarScore,
  paired: Gain | null,
): string =>
  line(set, variant, [
    String(count).padStart(7),
    ...[inside, below, above].map((share) => `${(100 * share).toFixed(1)} %`.padStart(8)),
    width.toFixed(2).padStart(8),
    (deviance === null ? '-' : deviance.toFixed(3)).padStart(10),
    `  ${gainText(paired)}`,
  ]);

export const weightsHead = (): string => line('\nWEIGHTS at the end', 'variant', []);

export const weightsLine = (
  set: string,
  variant: string,
  weights: Readonly<Record<string, number>>,
): string =>
  line(set, variant, [
    Object.entries(weights)
      .map(([member, weight]) => `${member} ${weight.toFixed(2)}`)
      .join(', '),
  ]);
