import * as v from 'valibot';
import { RateLimitedError, SchemaError } from '../market/errors.ts';

/** Pages that stand in for an answer when a source is asked too often. */
const REFUSAL = /request denied|too many requests|rate limit|access denied|just a moment/i;

/**
 * The answer's text as the schema reads it.
 * @param retryMs how long to wait after a refusal
 * @throws RateLimitedError for a page of refusal
 * @throws SchemaError for text that is not JSON, naming `root`, or for the first field that is wrong
 */
export function readJsonText<S extends v.GenericSchema>(
  schema: S,
  text: string,
  context: { readonly root: string; readonly nowMs: number; readonly retryMs: number },
): v.InferOutput<S> {
  refuseRefusal(text, context);
  const result = v.safeParse(schema, decodeJson(text, context.root), { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = [context.root, v.getDotPath(issue)].filter(Boolean).join('.');
  throw new SchemaError(path, `expected ${issue.expected ?? issue.message}, got ${issue.received}`);
}

/** @throws RateLimitedError for an HTML page of refusal */
export function refuseRefusal(
  text: string,
  { root, nowMs, retryMs }: { readonly root: string; readonly nowMs: number; readonly retryMs: number },
): void {
  if (text.trimStart().startsWith('<') && REFUSAL.test(text)) {
    throw new RateLimitedError(nowMs + retryMs, `${root} was asked too often`);
  }
}

function decodeJson(text: string, root: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SchemaError(root, `not JSON: ${text.slice(0, 40)}`, { cause: error });
  }
}
