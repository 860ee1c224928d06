import { parseArgs } from 'node:util';
import { PlimsollError } from '../market/errors.ts';

/** What the caller got wrong: an option, a file, a cell. The command prints its one line and exits with 2. */
export class InputError extends PlimsollError {
  override readonly name = 'InputError';
}

/** The options a command takes: `required` and `optional` carry a value, `flag` does not. */
export type OptionKinds = Readonly<Record<string, 'required' | 'optional' | 'flag'>>;

export type Options<K extends OptionKinds> = {
  readonly [N in keyof K]: K[N] extends 'flag' ? boolean : K[N] extends 'required' ? string : string | null;
};

/**
 * Options of a command line such as `--bars bars.csv.gz --json`.
 * @throws InputError for an option that is unknown, missing or without its value
 */
export function parseOptions<K extends OptionKinds>(argv: readonly string[], kinds: K): Options<K> {
  const values = readValues(argv, kinds);
  const result: Record<string, string | boolean | null> = {};
  for (const [name, kind] of Object.entries(kinds)) {
    const value = values[name];
    if (kind === 'required' && value === undefined) throw new InputError(`--${name} is missing`);
    result[name] = value ?? (kind === 'flag' ? false : null);
  }
  return result as Options<K>;
}

function readValues(
  argv: readonly string[],
  kinds: OptionKinds,
): Record<string, string | boolean | undefined> {
  const options: Record<string, { type: 'string' | 'boolean' }> = {};
  for (const [name, kind] of Object.entries(kinds)) {
    options[name] = { type: kind === 'flag' ? 'boolean' : 'string' };
  }
  try {
    const { values } = parseArgs({ args: [...argv], options, strict: true, allowPositionals: false });
    return values;
  } catch (error) {
    throw new InputError(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error), {
      cause: error,
    });
  }
}

const ISO_TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

/**
 * Epoch seconds of an ISO 8601 time with its zone, or of a plain date (midnight UTC).
 * @throws InputError naming the option
 */
export function parseIsoTime(text: string, option: string): number {
  const ms = ISO_TIME.test(text) ? Date.parse(text) : NaN;
  if (!Number.isFinite(ms)) {
    throw new InputError(`--${option} ${text}: expected a time such as 2026-01-12T00:00:00Z`);
  }
  return ms / 1000;
}

const UNIT_S = { s: 1, m: 60, h: 3600, d: 86400 } as const;

/**
 * Seconds of a duration such as `90s`, `15m`, `1h`, `7d`.
 * @throws InputError naming the option
 */
export function parseDuration(text: string, option: string): number {
  const [, count, unit] = /^(\d+)([smhd])$/.exec(text) ?? [];
  const seconds = Number(count) * UNIT_S[(unit ?? 's') as keyof typeof UNIT_S];
  if (!(seconds > 0)) throw new InputError(`--${option} ${text}: expected a duration such as 15m, 1h or 7d`);
  return seconds;
}

/**
 * Runs a command that returns what it prints, and prints it. Wrong input becomes one line on standard error and
 * exit code 2; anything else is a defect and is thrown.
 */
export function runCommand(command: (argv: readonly string[]) => string): void {
  try {
    process.stdout.write(`${command(process.argv.slice(2))}\n`);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
