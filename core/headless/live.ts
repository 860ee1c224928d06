import { readFileSync } from 'node:fs';
import { createHttp } from '../io/http.ts';
import { createSockets } from '../io/sockets.ts';
import { createVenueClock } from '../io/venue-clock.ts';
import { VENUE_IDS, type VenueId } from '../market/venue-id.ts';
import { type ChosenHosts, REGIONAL_HOSTS } from '../venues/regional-hosts.ts';
import { VENUES } from '../venues/registry.ts';
import { fieldChanges } from './answer-fields.ts';
import { type CommandHelp, InputError, parseOptions, runCommand } from './args.ts';
import type { LiveEffects } from './live-effects.ts';
import { askContext, askVenue, type LiveAnswer } from './live-questions.ts';
import { type ComparedAnswer, liveTable } from './live-table.ts';

const OPTIONS = {
  venue: 'optional',
  host: 'optional',
  against: 'optional',
  json: 'flag',
} as const;

const HELP: CommandHelp = {
  usage: 'live [--venue ID] [--host HOST] [--against FILE]',
  about:
    'Asks every endpoint and stream of the extension once, in half a minute: what answered, what it was read as, what has changed. Exit 1 if any could not be read.',
  options: {
    venue: `only this one: ${VENUE_IDS.join(', ')}`,
    host: "a venue's host for other countries, where its main one refuses yours: eea.okx.com, api.bybit.eu ...",
    against: 'what an earlier run printed with --json: fields that came, went or changed since',
  },
  example: '--venue binance --against earlier.json',
};

export interface LiveResult {
  readonly text: string;
  readonly hasFailed: boolean;
}

/**
 * `live`: see {@link HELP}.
 * @throws InputError for wrong options or a file that is no earlier run
 */
export async function runLive(argv: readonly string[], effects: LiveEffects): Promise<LiveResult> {
  const options = parseOptions(argv, OPTIONS);
  const venue = options.venue === null ? null : readVenue(options.venue);
  const chosen = options.host === null ? {} : readHost(options.host);
  const earlier = options.against === null ? null : readEarlier(options.against);
  const asked = await Promise.all([
    ...(venue === null ? VENUE_IDS : [venue]).map((id) => askVenue(VENUES[id], chosen, effects)),
    ...(venue === null ? [askContext(effects)] : []),
  ]);
  const answers = compare(asked.flat(), earlier);
  return {
    text: options.json ? JSON.stringify(answers, null, 1) : liveTable(answers),
    hasFailed: answers.some(({ error }) => error !== null),
  };
}

function readVenue(text: string): VenueId {
  const venue = VENUE_IDS.find((id) => id === text);
  if (venue === undefined) throw new InputError(`--venue ${text}: expected one of ${VENUE_IDS.join(', ')}`);
  return venue;
}

function readHost(text: string): ChosenHosts {
  const venue = VENUE_IDS.find((id) => REGIONAL_HOSTS[id]?.some(({ host }) => host === text));
  if (venue !== undefined) return { [venue]: text };
  const known = Object.values(REGIONAL_HOSTS).flatMap((hosts) => hosts.map(({ host }) => host));
  throw new InputError(`--host ${text}: expected one of ${known.join(', ')}`);
}

type Earlier = Pick<LiveAnswer, 'venue' | 'what' | 'fields'>;

function readEarlier(file: string): readonly Earlier[] {
  let rows: unknown;
  try {
    rows = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new InputError(`${file}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  const isEarlier = (row: unknown): row is Earlier =>
    typeof row === 'object' && row !== null && 'venue' in row && 'what' in row && 'fields' in row;
  const wrong = Array.isArray(rows) ? rows.findIndex((row) => !isEarlier(row)) : 0;
  if (!Array.isArray(rows) || wrong >= 0)
    throw new InputError(`${file}: row ${wrong + 1}: expected what live printed with --json`);
  return rows as readonly Earlier[];
}

/** The same question is the one of the same venue and name, in the same place among those. */
function compare(
  answers: readonly LiveAnswer[],
  earlier: readonly Earlier[] | null,
): readonly ComparedAnswer[] {
  const left = [...(earlier ?? [])];
  return answers.map((answer) => {
    const index = left.findIndex(({ venue, what }) => venue === answer.venue && what === answer.what);
    const before = index < 0 ? undefined : left.splice(index, 1)[0];
    const isComparable = before !== undefined && answer.error === null;
    return { ...answer, changes: isComparable ? fieldChanges(before.fields, answer.fields) : null };
  });
}

async function main(argv: readonly string[]): Promise<string> {
  const clock = createVenueClock({
    deviceMs: () => Date.now(),
    elapsedMs: () => performance.now(),
    stored: { getValue: async () => ({ offsetMs: 0 }), setValue: async () => {} },
  });
  const { text, hasFailed } = await runLive(argv, {
    http: createHttp({ fetch, clock, isAllowed: async () => true }),
    sockets: createSockets(),
    nowMs: clock.nowMs,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  if (hasFailed) process.exitCode = 1;
  return text;
}

if (import.meta.main) await runCommand(main, HELP);
