import { parseArgs } from 'node:util';
import { PlimsollError } from '../market/errors.ts';
import { DAY_S, HOUR_S } from '../market/time.ts';

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
  const { values, positionals } = readArguments(argv, kinds);
  if (positionals.length > 0) throw new InputError(`${positionals[0]}: no option; ${optionNames(kinds)}`);
  return typed(values, kinds);
}

/**
 * One file and options, such as `positions.json --json`.
 * @throws InputError for no file, a second one, or wrong options
 */
export function parseFile<K extends OptionKinds>(
  argv: readonly string[],
  kinds: K,
): { readonly file: string; readonly options: Options<K> } {
  const { values, positionals } = readArguments(argv, kinds);
  const [file, ...rest] = positionals;
  if (file === undefined) throw new InputError('expected a file; --help says more');
  if (rest.length > 0) throw new InputError(`${rest.join(' ')}: expected one file`);
  return { file, options: typed(values, kinds) };
}

type Values = Readonly<Record<string, string | boolean | undefined>>;

function typed<K extends OptionKinds>(values: Values, kinds: K): Options<K> {
  const result: Record<string, string | boolean | null> = {};
  for (const [name, kind] of Object.entries(kinds)) {
    const value = values[name];
    if (kind === 'required' && value === undefined) throw new InputError(`--${name} is missing`);
    result[name] = value ?? (kind === 'flag' ? false : null);
  }
  return result as Options<K>;
}

function readArguments(
  argv: readonly string[],
  kinds: OptionKinds,
): { values: Values; positionals: readonly string[] } {
  const options: Record<string, { type: 'string' | 'boolean' }> = {};
  for (const [name, kind] of Object.entries(kinds)) {
    options[name] = { type: kind === 'flag' ? 'boolean' : 'string' };
  }
  const unknown = argv.map((word) => /^--?([^=]*)/.exec(word)?.[1]).find((name) => isUnknown(name, kinds));
  if (unknown !== undefined) throw new InputError(`--${unknown}: no such option; ${optionNames(kinds)}`);
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: true });
  } catch (error) {
    throw new InputError(oneLine(error), { cause: error });
  }
}

const isUnknown = (name: string | undefined, kinds: OptionKinds): boolean =>
  name !== undefined && name !== '' && !Number.isFinite(Number(name)) && !Object.hasOwn(kinds, name);

const optionNames = (kinds: OptionKinds): string =>
  `there are ${Object.keys(kinds)
    .map((name) => `--${name}`)
    .join(', ')}`;

/** The first line of what went wrong. */
export const oneLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

/** Tells the caller on standard error what was done with odd input; what is asked for stays on standard output. */
export const note = (text: string): void => void process.stderr.write(`${text}\n`);

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

const UNIT_S = { s: 1, m: 60, h: HOUR_S, d: DAY_S } as const;

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

/** What `--help` says. */
export interface CommandHelp {
  /** Begins with the command's name: `levels --daily F --at ISO`. */
  readonly usage: string;
  readonly about: string;
  /** By option, without its dashes; `json` and `help` are said by themselves. */
  readonly options: Readonly<Record<string, string>>;
  /** What follows the command's name in the example. */
  readonly example: string;
}

/** The text of `--help`. */
export function helpText({ usage, about, options, example }: CommandHelp): string {
  const [name = ''] = usage.split(' ');
  const all = { ...options, json: 'one JSON document instead of a table', help: 'this text' };
  const width = Math.max(...Object.keys(all).map((option) => option.length));
  const call = (rest: string) => [`npm run --silent ${name}`, rest.trim()].filter(Boolean).join(' -- ');
  return [
    about,
    '',
    `Usage: ${call(`${usage.slice(name.length)} [--json]`)}`,
    ...Object.entries(all).map(([option, text]) => `  --${option.padEnd(width)}  ${text}`),
    '',
    `Example: ${call(example)}`,
  ].join('\n');
}

const wantsHelp = (argv: readonly string[]): boolean => argv.includes('--help') || argv.includes('-h');

/**
 * Runs a command and prints what it returns, or its help. Wrong input becomes one line on standard error and exit code
 * 2; a defect one line and exit code 1, with its stack where `PLIMSOLL_STACK` is set.
 */
export async function runCommand(
  command: (argv: readonly string[]) => string | Promise<string>,
  help: CommandHelp,
): Promise<void> {
  const argv = process.argv.slice(2);
  endWithReader();
  try {
    process.stdout.write(`${wantsHelp(argv) ? helpText(help) : await command(argv)}\n`);
  } catch (error) {
    const isInput = error instanceof InputError;
    note(isInput ? oneLine(error) : `A defect of this command, not of its input: ${oneLine(error)}`);
    if (!isInput && process.env['PLIMSOLL_STACK'] !== undefined) throw error;
    process.exitCode = isInput ? 2 : 1;
  }
}

/** A reader that has seen enough, such as `head`, ends the command without a word. */
function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

/** Options of a script that prints as it goes; it ends here after its help, or with exit code 2 where they are wrong. */
export function optionsOrExit<K extends OptionKinds>(kinds: K, help: CommandHelp): Options<K> {
  const argv = process.argv.slice(2);
  endWithReader();
  if (wantsHelp(argv)) {
    process.stdout.write(`${helpText(help)}\n`);
    process.exit(0);
  }
  try {
    return parseOptions(argv, kinds);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    note(oneLine(error));
    return process.exit(2);
  }
}
