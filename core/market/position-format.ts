import { ASSET_CLASSES } from './asset-class.ts';
import { assetOf } from './asset.ts';
import { FaultError } from './file-fault.ts';
import type { PositionTarget, SavedPosition } from './position.ts';

/** 1: a bare array of isolated linear positions. 2: an object, with inverse contracts and coins as margin. */
export const POSITIONS_VERSION = 2;

/** More than anybody holds; a limit so that a wrong file does not fill the storage. */
export const MOST_POSITIONS = 50;

/** A ladder of more steps is a mistake. */
export const MOST_TARGETS = 10;

/** Shares that were written with a few figures may add up to a little more than the whole. */
const SHARE_TOLERANCE = 1e-6;

/** What is stored on the device and written to a file. */
export interface PositionsFormat {
  readonly version: typeof POSITIONS_VERSION;
  readonly positions: readonly SavedPosition[];
}

type Fields = Readonly<Record<string, unknown>>;

/** The items of any version of the format. @throws FaultError where it is none */
export function positionItems(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const { version, positions } = fieldsOf('', value);
  if (typeof version !== 'number') throw new FaultError('version', 'no-positions');
  if (version > POSITIONS_VERSION) throw new FaultError('version', 'newer', { version });
  if (!Array.isArray(positions)) throw new FaultError('positions', 'no-list');
  return positions;
}

/**
 * A position of any version, brought to the newest. Fields that are not known are left out.
 * @throws FaultError naming the field that is missing or wrong
 */
export function readPosition(path: string, value: unknown): SavedPosition {
  const fields = fieldsOf(path, value);
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const number = (name: string, from: Fields = fields, where = at(name)): number => finite(where, from[name]);
  const contract = optional(fields['contract'], (one) => choice(at('contract'), one, ['linear', 'inverse']));
  const isInverse = contract === 'inverse';
  const assetClass = optional(fields['assetClass'], (one) => choice(at('assetClass'), one, ASSET_CLASSES));
  const marginMode = choice(at('marginMode'), fields['marginMode'], ['isolated', 'cross']);
  const size = fieldsOf(at('size'), fields['size']);
  return {
    id: text(at('id'), fields['id'], /^.{1,64}$/u),
    venue: text(at('venue'), fields['venue'], /^[a-z0-9-]{1,32}$/),
    ...assetOf({ base: text(at('base'), fields['base'], /^[\p{L}\p{N}]{1,24}$/u), assetClass }),
    ...(isInverse ? { contract } : {}),
    side: choice(at('side'), fields['side'], ['long', 'short']),
    entryPrice: positive(at('entryPrice'), fields['entryPrice']),
    size: {
      unit: choice(at('size.unit'), size['unit'], ['base', 'usd']),
      value: positive(at('size.value'), size['value']),
    },
    margin: readMargin(at('margin'), fields['margin']),
    marginMode,
    walletBalanceUsd: optional(fields['walletBalanceUsd'], () => number('walletBalanceUsd')) ?? null,
    addedMarginUsd: number('addedMarginUsd'),
    ...(isInverse
      ? {
          walletBalanceBase: optional(fields['walletBalanceBase'], () => number('walletBalanceBase')) ?? null,
          addedMarginBase: optional(fields['addedMarginBase'], () => number('addedMarginBase')) ?? 0,
        }
      : {}),
    stopPrice: optional(fields['stopPrice'], (one) => positive(at('stopPrice'), one)) ?? null,
    ...readTargets(at('targets'), fields['targets']),
    horizonHours: positive(at('horizonHours'), fields['horizonHours']),
    ...(fields['isExample'] === true ? { isExample: true as const } : {}),
  };
}

/** Without these every figure of a position is one that holds without them; without any other field some would be wrong. */
const DISPENSABLE = ['stopPrice', 'targets'] as const;

/**
 * A position as it is stored, where it is better to lose a stop than the position: one of {@link DISPENSABLE} that is wrong
 * is as if it were not there. A file is read by {@link readPosition}, which says what is wrong with it.
 * @throws FaultError naming another field that is missing or wrong
 */
export function readStoredPosition(value: unknown): SavedPosition {
  try {
    return readPosition('', value);
  } catch (error) {
    const wrong =
      error instanceof FaultError ? DISPENSABLE.find((name) => error.path.startsWith(name)) : undefined;
    if (wrong === undefined) throw error;
    return readStoredPosition({ ...fieldsOf('', value), [wrong]: null });
  }
}

function readMargin(path: string, value: unknown): SavedPosition['margin'] {
  const fields = fieldsOf(path, value);
  const kind = choice(`${path}.kind`, fields['kind'], ['leverage', 'usd', 'base']);
  const amount = positive(`${path}.${kind}`, fields[kind]);
  return kind === 'leverage'
    ? { kind, leverage: amount }
    : kind === 'usd'
      ? { kind, usd: amount }
      : { kind, base: amount };
}

/** @throws FaultError naming the target that is wrong */
export function readTargets(path: string, value: unknown): Pick<SavedPosition, 'targets'> {
  if (value === undefined || value === null) return {};
  if (!Array.isArray(value)) throw new FaultError(path, 'no-list');
  if (value.length > MOST_TARGETS) throw new FaultError(path, 'too-many', { most: MOST_TARGETS });
  let left = 1 + SHARE_TOLERANCE;
  const targets = value.map((item: unknown, index): PositionTarget => {
    const at = `${path}[${index}]`;
    const fields = fieldsOf(at, item);
    const share = positive(`${at}.share`, fields['share']);
    left -= share;
    if (left < 0) throw new FaultError(`${at}.share`, 'over-whole');
    return { price: positive(`${at}.price`, fields['price']), share };
  });
  return targets.length === 0 ? {} : { targets };
}

function fieldsOf(path: string, value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new FaultError(path, value === undefined ? 'missing' : 'no-object');
  return value as Fields;
}

function finite(path: string, value: unknown): number {
  if (value === undefined) throw new FaultError(path, 'missing');
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new FaultError(path, 'no-number');
  return value;
}

function positive(path: string, value: unknown): number {
  const number = finite(path, value);
  if (number <= 0) throw new FaultError(path, 'not-positive');
  return number;
}

function text(path: string, value: unknown, pattern: RegExp): string {
  if (value === undefined) throw new FaultError(path, 'missing');
  if (typeof value !== 'string' || !pattern.test(value)) throw new FaultError(path, 'no-text');
  return value;
}

function choice<T extends string>(path: string, value: unknown, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  throw value === undefined
    ? new FaultError(path, 'missing')
    : new FaultError(path, 'not-one-of', { allowed });
}

const optional = <T>(value: unknown, read: (value: unknown) => T): T | undefined =>
  value === undefined || value === null ? undefined : read(value);
