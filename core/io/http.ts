import {
  BlockedError,
  HttpError,
  NetworkError,
  PermissionError,
  RateLimitedError,
  RegionError,
  SchemaError,
  TimeoutError,
} from '../market/errors.ts';
import type { ClockSample } from '../market/clock-offset.ts';
import type { HttpRequest } from '../market/http-request.ts';
import { MINUTE_MS } from '../market/time.ts';
import type { HttpPort } from '../ledger/ports.ts';
import { bodyTimeMs, headTimeMs } from './answer-time.ts';
import { unzipText } from './unzip.ts';
import type { VenueClock } from './venue-clock.ts';

interface Limits {
  readonly mostBytes: number;
  readonly timeoutMs: number;
}

/**
 * The longest list of instruments is about 2 MB. A request is given up well below the 30 s after which a browser ends a
 * worker that waits for an answer.
 */
const ANSWER_LIMITS: Limits = { mostBytes: 16_000_000, timeoutMs: 8_000 };

/** A list that is read as it comes; the longest is about 32 MB. */
const SCAN_LIMITS: Limits = { mostBytes: 128_000_000, timeoutMs: 25_000 };

/** A day of five minutes is about 12 kB, and 30 kB unpacked. */
const ZIP_LIMITS: Limits = { mostBytes: 1_000_000, timeoutMs: 8_000 };
const UNZIPPED_BYTES = 4_000_000;

/** Wait after a 429 that does not say how long. */
const DEFAULT_WAIT_MS = MINUTE_MS;
/** Shortest ban that Binance announces with a 418. */
const BAN_WAIT_MS = 120_000;
/** Bybit asks for ten minutes of silence after its 403 for too many requests. */
const TOO_FREQUENT_WAIT_MS = 600_000;

const TOO_FREQUENT = /too frequent|too many/i;
/** Bare words will not do: `location` stands in the script of every challenge page. */
const REGION =
  /restricted location|\b(?:your|this) (?:country|region|location|jurisdiction)|country or region|not available in/i;
/** A page made for people, or Bitget's `{"cloudflare":"block"}`: venues themselves refuse in JSON that names a reason. */
const GUARD_BODY = /^\s*(?:<|\{"cloudflare":)/i;
/**
 * Headers by which a guard marks its own answers, whatever their status.
 * @see https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-how-it-works.html
 */
const GUARD_HEADERS = ['cf-mitigated', 'x-amzn-waf-action'];

type Wanted = Pick<HttpRequest, 'url' | 'method' | 'body' | 'headers'>;

export interface HttpEffects {
  readonly fetch: typeof fetch;
  /** Hears what each answer says of the time, before it is read. */
  readonly clock: Pick<VenueClock, 'nowMs' | 'deviceMs' | 'hear'>;
  /** Whether the user lets the extension read `url`. */
  readonly isAllowed: (url: string) => Promise<boolean>;
  readonly timeoutMs?: number;
}

/** A `Date` of whole seconds stands for any moment of its second. */
const HEAD_WITHIN_MS = 1_000;

/** The time in a body is that of its figures, which may have stood still for a while. */
const BODY_WITHIN_MS = 10_000;

/** Anonymous requests: no cookies, no referrer, no cache, no redirect to another host. */
export function createHttp(effects: HttpEffects): HttpPort {
  const { clock } = effects;
  /** @returns whether the answer's head told the time */
  const read = async (
    request: Wanted,
    { mostBytes, timeoutMs }: Limits,
    onPart: (part: Uint8Array<ArrayBuffer>) => void,
  ): Promise<boolean> => {
    const host = new URL(request.url).host;
    if (!(await effects.isAllowed(request.url))) throw new PermissionError(`no permission to read ${host}`);
    const signal = AbortSignal.timeout(effects.timeoutMs ?? timeoutMs);
    const sentMs = clock.deviceMs();
    try {
      const response = await effects.fetch(request.url, { ...optionsOf(request), signal });
      const { headers } = response;
      const serverMs = headTimeMs(headers.get('date'), headers.get('age'));
      if (serverMs !== null) clock.hear(sampleOf(host, sentMs, serverMs, HEAD_WITHIN_MS));
      const isGuarded = GUARD_HEADERS.some((name) => response.headers.has(name));
      if (response.ok && !isGuarded) {
        await readParts(response, mostBytes, onPart);
        return serverMs !== null;
      }
      const body = textOf();
      await readParts(response, mostBytes, body.push);
      throw refusal(response, body.text(), isGuarded, host, clock.nowMs());
    } catch (error) {
      if (signal.aborted) throw new TimeoutError(`${host} did not answer in time`, { cause: error });
      if (error instanceof TypeError || error instanceof DOMException) {
        throw new NetworkError(`${host} could not be reached`, { cause: error });
      }
      throw error;
    }
  };
  const readZip = async (request: Wanted): Promise<string> => {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    try {
      await read(request, ZIP_LIMITS, (part) => parts.push(part));
    } catch (error) {
      if (error instanceof HttpError && error.status === 404) return '';
      throw error;
    }
    return unzipText(new Uint8Array(await new Blob(parts).arrayBuffer()), UNZIPPED_BYTES);
  };
  const sampleOf = (host: string, sentMs: number, serverMs: number, withinMs: number): ClockSample => {
    const deviceMs = clock.deviceMs();
    return { host, deviceMs, roundTripMs: deviceMs - sentMs, serverMs, withinMs };
  };
  return {
    fetchJson: async (request) => {
      if (request.form === 'zip') return readZip(request);
      const { host } = new URL(request.url);
      const sentMs = clock.deviceMs();
      const body = textOf();
      const isTimeKnown = await read(request, ANSWER_LIMITS, body.push);
      const json = parseJson(body.text(), host);
      const serverMs = isTimeKnown ? null : bodyTimeMs(json);
      if (serverMs !== null) clock.hear(sampleOf(host, sentMs, serverMs, BODY_WITHIN_MS));
      return json;
    },
    fetchText: async (url) => {
      const body = textOf();
      await read({ url, method: 'GET', body: null }, ANSWER_LIMITS, body.push);
      return body.text();
    },
    scanText: async (url, onText) => {
      const decoder = new TextDecoder();
      await read({ url, method: 'GET', body: null }, SCAN_LIMITS, (part) =>
        onText(decoder.decode(part, { stream: true })),
      );
      onText(decoder.decode());
    },
  };
}

const optionsOf = (request: Wanted): RequestInit => ({
  method: request.method,
  body: request.body,
  headers: { ...request.headers, ...(request.body === null ? {} : { 'content-type': 'application/json' }) },
  credentials: 'omit',
  cache: 'no-store',
  redirect: 'error',
  referrerPolicy: 'no-referrer',
});

/** Bytes that come in parts, as one text. */
function textOf(): { readonly push: (part: Uint8Array) => void; readonly text: () => string } {
  const decoder = new TextDecoder();
  let text = '';
  return {
    push: (part) => (text += decoder.decode(part, { stream: true })),
    text: () => text + decoder.decode(),
  };
}

async function readParts(
  response: Response,
  mostBytes: number,
  onPart: (part: Uint8Array<ArrayBuffer>) => void,
): Promise<void> {
  if (response.body === null) return;
  const reader = response.body.getReader();
  let bytes = 0;
  for (;;) {
    const part = await reader.read();
    if (part.done) return;
    bytes += part.value.byteLength;
    if (bytes > mostBytes) {
      await reader.cancel();
      throw new SchemaError('$', `answer is larger than ${mostBytes} bytes`);
    }
    onPart(part.value);
  }
}

function parseJson(text: string, host: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SchemaError('$', `${host} answered something else than JSON`, { cause: error });
  }
}

function refusal(response: Response, text: string, isGuarded: boolean, host: string, nowMs: number): Error {
  const { status } = response;
  const waitMs = retryAfterMs(response.headers.get('retry-after'), nowMs);
  if (status === 429)
    return new RateLimitedError(nowMs + (waitMs ?? DEFAULT_WAIT_MS), `${host} asks to wait`);
  if (status === 418) {
    return new RateLimitedError(
      nowMs + Math.max(waitMs ?? 0, BAN_WAIT_MS),
      `${host} refuses this address for now`,
    );
  }
  if (status === 403 && TOO_FREQUENT.test(text)) {
    return new RateLimitedError(nowMs + Math.max(waitMs ?? 0, TOO_FREQUENT_WAIT_MS), `${host} asks to wait`);
  }
  if (status === 451 || (status === 403 && REGION.test(text))) {
    return new RegionError(`${host} does not serve this region`);
  }
  if (isGuarded || (status === 403 && GUARD_BODY.test(text))) {
    return new BlockedError(`what guards ${host} turned this connection away`);
  }
  return new HttpError(status, `${host} answered ${status}`);
}

/**
 * Milliseconds that a `Retry-After` header asks to wait, from its seconds or its date; null without a usable one.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  const waitMs = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - nowMs;
  return Number.isFinite(waitMs) ? Math.max(0, waitMs) : null;
}
