import type { LiveAnswer } from './live-questions.ts';

/** An answer with what is different from the earlier run; null where there is none to compare with. */
export type ComparedAnswer = LiveAnswer & { readonly changes: readonly string[] | null };

/** Names in a cell, at most. */
const MOST_NAMES = 4;

/** The answers for a reader: a line each, and below them what failed. */
export function liveTable(answers: readonly ComparedAnswer[]): string {
  const failed = answers.filter(({ error }) => error !== null);
  return [
    ...table(
      ['venue', 'what', 'endpoint', 'ms', 'read as', 'changed'],
      answers.map((answer) => [
        answer.venue,
        answer.what,
        new URL(answer.url).pathname,
        String(Math.round(answer.tookMs)),
        answer.parsed ?? 'FAILED',
        changedText(answer),
      ]),
    ),
    '',
    ...failed.map(({ venue, what, url, error }) => `${venue} ${what}: ${error}\n  ${url}`),
    failed.length === 0 ? `All ${answers.length} answered.` : `${failed.length} of ${answers.length} failed.`,
  ].join('\n');
}

/** Against an earlier run what is different; without one, what the parser looked for in vain. */
function changedText({ error, changes, missing }: ComparedAnswer): string {
  if (error !== null) return '';
  if (changes !== null) return listed(changes) || 'nothing';
  return missing.length === 0 ? '' : `not there: ${listed(missing)}`;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ');
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown;
}

/** Lines with columns padded to the left edge. */
function table(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((row) => (row[column] ?? '').length)),
  );
  return [header, ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
