import * as v from 'valibot';
import { SchemaError } from '../../market/errors.ts';

/**
 * The answer as the schema reads it.
 * @throws SchemaError naming the first field that is wrong, what was expected and what came
 */
export function readAnswer<S extends v.GenericSchema>(
  schema: S,
  json: unknown,
  root: string,
): v.InferOutput<S> {
  const result = v.safeParse(schema, json, { abortEarly: true, abortPipeEarly: true });
  if (result.success) return result.output;
  const issue = deepest(result.issues[0]);
  const path = [root, v.getDotPath(issue)].filter(Boolean).join('.');
  throw new SchemaError(path, `expected ${issue.expected ?? issue.message}, got ${describe(valueOf(issue))}`);
}

/** A fault that the schema cannot name, in the same words. */
export const wrongValue = (path: string, expected: string, value: unknown): SchemaError =>
  new SchemaError(path, `expected ${expected}, got ${describe(value)}`);

type Issue = v.BaseIssue<unknown>;

/** The issue that reached furthest into a union: the alternative that was meant. */
function deepest(issue: Issue): Issue {
  const inner = issue.issues?.find((candidate) => candidate.path !== undefined);
  return inner === undefined ? issue : { ...deepest(inner), ...pathBelow(issue, inner) };
}

function pathBelow(outer: Issue, inner: Issue): Pick<Issue, 'path'> {
  const path = [...(outer.path ?? []), ...(inner.path ?? [])];
  const [first, ...rest] = path;
  return first === undefined ? {} : { path: [first, ...rest] };
}

const valueOf = (issue: Issue): unknown =>
  issue.path === undefined ? issue.input : issue.path[issue.path.length - 1]?.value;

/** A short sample of a value for a message; never the whole of it. */
function describe(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null)
    return `an object with ${Object.keys(value).slice(0, 5).join(', ') || 'nothing'}`.slice(0, 80);
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 60));
  return String(value);
}
