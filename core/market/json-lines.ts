import { PlimsollError } from './errors.ts';
import type { FaultCode, FileFault } from './file-fault.ts';
import type { Figures } from './figures.ts';

/** A JSON text that breaks off or holds something else than JSON. */
export class JsonLineError extends PlimsollError {
  override readonly name = 'JsonLineError';
  readonly line: number;
  readonly fault: FileFault;

  constructor(line: number, fault: FileFault) {
    super(`line ${line}: ${fault.code}`);
    this.line = line;
    this.fault = fault;
  }
}

/** What a text holds, and on which of its lines. */
export interface JsonWithLines {
  readonly value: unknown;
  /** Line, from 1, on which the value at a path such as `positions[0].side` begins; that of the nearest parent else. */
  readonly lineOf: (path: string) => number;
}

const NUMBER = /-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const TEXT = /"([^"\\\p{Cc}]|\\(["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const WORD = /true|false|null/y;
const SPACE = /[ \t\r\n]*/y;
const DEEPEST = 32;

/** Like `JSON.parse`, but knows the lines. @throws JsonLineError naming the line */
export function parseJsonWithLines(text: string): JsonWithLines {
  const starts = new Map<string, number>();
  let at = 0;

  const lineAt = (index: number): number => text.slice(0, index).split('\n').length;
  const fail = (code: FaultCode, figures: Figures = {}): never => {
    throw new JsonLineError(lineAt(at), { code, figures });
  };
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    at += found?.length ?? 0;
    return found;
  };
  const skip = (sign: string): boolean => {
    take(SPACE);
    if (text[at] !== sign) return false;
    at += 1;
    return true;
  };

  const readValue = (path: string, depth: number): unknown => {
    take(SPACE);
    starts.set(path, at);
    if (depth > DEEPEST) return fail('too-deep');
    if (skip('{')) return readObject(path, depth);
    if (skip('[')) return readArray(path, depth);
    const token = take(TEXT) ?? take(NUMBER) ?? take(WORD);
    if (token !== null) return JSON.parse(token);
    return at >= text.length ? fail('ends-early') : fail('unexpected', { found: text[at] ?? '' });
  };
  const readArray = (path: string, depth: number): unknown[] => {
    const items: unknown[] = [];
    if (skip(']')) return items;
    do items.push(readValue(`${path}[${items.length}]`, depth + 1));
    while (skip(','));
    return skip(']') ? items : fail('expected', { wanted: [',', ']'] });
  };
  const readObject = (path: string, depth: number): Record<string, unknown> => {
    // Entries become own fields, so that a key like "__proto__" is a field as any other.
    const entries: [string, unknown][] = [];
    if (skip('}')) return {};
    do {
      take(SPACE);
      const key = take(TEXT);
      if (key === null) return fail('no-name');
      const name = JSON.parse(key) as string;
      if (!skip(':')) return fail('expected', { wanted: [':'] });
      entries.push([name, readValue(path === '' ? name : `${path}.${name}`, depth + 1)]);
    } while (skip(','));
    return skip('}') ? Object.fromEntries(entries) : fail('expected', { wanted: [',', '}'] });
  };

  const value = readValue('', 0);
  take(SPACE);
  if (at < text.length) fail('after-end', { found: text[at] ?? '' });
  const lineOf = (path: string): number => {
    const parent = path.replace(/(\.[^.[\]]*|\[\d+\]|^[^.[\]]+)$/, '');
    const start = starts.get(path);
    return start !== undefined ? lineAt(start) : parent === path ? 1 : lineOf(parent);
  };
  return { value, lineOf };
}
