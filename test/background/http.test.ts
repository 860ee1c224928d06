import { describe, expect, test } from 'vitest';

import { createHttp, retryAfterMs, type HttpEffects } from '../../core/io/http.ts';
import {
  BlockedError,
  HttpError,
  NetworkError,
  PermissionError,
  RateLimitedError,
  RegionError,
  SchemaError,
  TimeoutError,
} from '../../core/market/errors.ts';
import type { HttpRequest } from '../../core/market/http-request.ts';
import { zipOf } from '../exchange/venues/zip.ts';

/** 2026-01-15 12:00:00 UTC. */
const NOW_MS = 1_768_478_400_000;

const request: HttpRequest = {
  url: 'https://api.example/klines',
  method: 'GET',
  body: null,
  budget: 'example',
  weight: 1,
};

const ask = (
  answer: () => Response | Promise<Response>,
  effects: Partial<HttpEffects> = {},
): Promise<unknown> =>
  createHttp({
    fetch: async () => answer(),
    clock: { nowMs: () => NOW_MS, deviceMs: () => NOW_MS, hear: () => {} },
    isAllowed: async () => true,
    ...effects,
  }).fetchJson(request);

const refused = (status: number, headers: Record<string, string> = {}, body = '{}') =>
  ask(() => new Response(body, { status, headers })).catch((error: unknown) => error);

describe('a request', () => {
  test('carries the headers that the venue asks for', async () => {
    let headers: unknown;
    const http = createHttp({
      fetch: async (_url, init) => {
        headers = init?.headers;
        return Response.json(0);
      },
      clock: { nowMs: () => NOW_MS, deviceMs: () => NOW_MS, hear: () => {} },
      isAllowed: async () => true,
    });
    await http.fetchJson({ ...request, headers: { 'X-Sizes': '1' } });

    expect(headers).toEqual({ 'X-Sizes': '1' });
  });

  test('for a zip file gives the text in it, and an empty one where there is no such file', async () => {
    const fetchZip = (answer: Response) =>
      createHttp({
        fetch: async () => answer,
        clock: { nowMs: () => NOW_MS, deviceMs: () => NOW_MS, hear: () => {} },
        isAllowed: async () => true,
      }).fetchJson({ ...request, form: 'zip' });

    expect(await fetchZip(new Response(zipOf('a.csv', 'a,b')))).toBe('a,b');
    expect(await fetchZip(new Response('NoSuchKey', { status: 404 }))).toBe('');
    await expect(fetchZip(new Response('', { status: 503 }))).rejects.toThrow(HttpError);
  });

  test('gives the decoded answer', async () => {
    expect(await ask(() => Response.json([1, 'a']))).toEqual([1, 'a']);
  });

  test('carries no cookie, no referrer and a deadline, and is neither cached nor redirected', async () => {
    let options: RequestInit = {};
    await ask(() => Response.json(0), {
      fetch: async (_url, init) => {
        options = init ?? {};
        return Response.json(0);
      },
    });

    expect(options).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
      signal: expect.any(AbortSignal),
    });
  });

  test('is not sent without the permission for its host', async () => {
    const asked = ask(() => Response.error(), { isAllowed: async () => false });

    await expect(asked).rejects.toThrow(PermissionError);
  });

  test('that is cut is a network error', async () => {
    const cut = (): never => {
      throw new TypeError('Failed to fetch');
    };

    await expect(ask(cut)).rejects.toThrow(NetworkError);
  });

  test('that nobody answers ends by itself', async () => {
    const stalled = ask(() => Response.error(), {
      timeoutMs: 10,
      fetch: (_url, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'TimeoutError')));
        }),
    });

    await expect(stalled).rejects.toThrow(TimeoutError);
  });

  test.each(['{"a":', '<html>', ''])('answered by %o is a schema error', async (body) => {
    await expect(ask(() => new Response(body))).rejects.toThrow(SchemaError);
  });

  test('answered without end is given up', async () => {
    const part = new Uint8Array(1_000_000).fill(32);
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(part) });

    await expect(ask(() => new Response(endless))).rejects.toThrow(SchemaError);
  });
});

describe('the time that an answer tells', () => {
  /** Asked when the device says noon, answered 200 ms later. */
  const heardOf = async (answer: Response) => {
    const heard: unknown[] = [];
    let deviceMs = NOW_MS;
    const clock = {
      nowMs: () => deviceMs,
      deviceMs: () => deviceMs,
      hear: (sample: unknown) => heard.push(sample),
    };
    const fetch = async () => {
      deviceMs += 200;
      return answer;
    };
    await ask(() => answer, { clock, fetch }).catch(() => null);
    return heard;
  };
  const sample = { host: 'api.example', deviceMs: NOW_MS + 200, roundTripMs: 200 };
  const date = 'Thu, 15 Jan 2026 12:01:30 GMT';

  test('is that of its Date, a second wide', async () => {
    expect(await heardOf(Response.json(0, { headers: { date } }))).toEqual([
      { ...sample, serverMs: NOW_MS + 90_000, withinMs: 1_000 },
    ]);
  });

  test('is later by as long as a cache has kept it', async () => {
    expect(await heardOf(Response.json(0, { headers: { date, age: '12' } }))).toEqual([
      { ...sample, serverMs: NOW_MS + 102_000, withinMs: 1_000 },
    ]);
  });

  test('is heard of refusals and of what cannot be read, too', async () => {
    expect(await heardOf(new Response('{}', { status: 429, headers: { date } }))).toHaveLength(1);
    expect(await heardOf(new Response('<html>', { headers: { date } }))).toHaveLength(1);
  });

  test.each([
    ['Binance', { serverTime: NOW_MS + 90_123 }],
    ['Bitget', { requestTime: NOW_MS + 90_123, data: [] }],
    ['Bybit', { retCode: 0, time: NOW_MS + 90_123 }],
    ['Hyperliquid', { coin: 'BTC', time: NOW_MS + 90_123 }],
    ['Gate', { id: 1, current: (NOW_MS + 90_123) / 1000 }],
    ['in text', { requestTime: String(NOW_MS + 90_123) }],
  ])('is that of the venue itself where there is no Date: %s', async (_name, body) => {
    expect(await heardOf(Response.json(body))).toEqual([
      { ...sample, serverMs: NOW_MS + 90_123, withinMs: 10_000 },
    ]);
  });

  test.each([[[]], [null], [{ time: 'noon' }], [{ time: 12 }], [{ serverTime: null }]])(
    'is not told by %o',
    async (body) => {
      expect(await heardOf(Response.json(body, { headers: { date: 'soon' } }))).toEqual([]);
    },
  );
});

describe('a refusal', () => {
  test.each<[number, Record<string, string>, number]>([
    [429, { 'retry-after': '7' }, 7_000],
    [429, { 'retry-after': 'Thu, 15 Jan 2026 12:05:00 GMT' }, 300_000],
    [429, {}, 60_000],
    [429, { 'retry-after': 'soon' }, 60_000],
    [418, { 'retry-after': '7' }, 120_000],
    [418, { 'retry-after': '600' }, 600_000],
    [418, {}, 120_000],
  ])('%i with %o is waited out', async (status, headers, waitMs) => {
    const error = await refused(status, headers);

    expect(error).toBeInstanceOf(RateLimitedError);
    expect(error).toMatchObject({ retryAtMs: NOW_MS + waitMs });
  });

  test('403 for too many requests is waited out for ten minutes', async () => {
    expect(await refused(403, {}, 'access too frequent')).toMatchObject({ retryAtMs: NOW_MS + 600_000 });
  });

  test.each([
    [451, '{}'],
    [403, 'The distribution is configured to block access from your country.'],
    [403, '{"msg":"Service unavailable from a restricted location"}'],
  ])('%i with %o is about the region', async (status, body) => {
    expect(await refused(status, {}, body)).toBeInstanceOf(RegionError);
  });

  // api.bybit.com and fapi.binance.com from addresses that they do not serve, 2026; Cloudflare's error 1009.
  const cloudFront = (sentence: string): string =>
    `<HTML><HEAD><TITLE>ERROR: The request could not be satisfied</TITLE></HEAD><BODY><H1>403 ERROR</H1>\n${sentence}\n` +
    'If you provide content to customers through CloudFront, you can find steps to troubleshoot.</BODY></HTML>';
  const challenge =
    '<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title></head><body><script>' +
    "window._cf_chl_opt={cType:'managed'};a.src='/cdn-cgi/challenge-platform/h/b/orchestrate';" +
    'if(window.history&&window.history.replaceState){var u=location.pathname+location.search+location.hash}</script></body></html>';

  test.each([
    cloudFront('The Amazon CloudFront distribution is configured to block access from your country.'),
    '<html><body>The owner of this website has banned the country or region your IP address is in (US).</body></html>',
  ])('of a content network that names the region is about the region: %s', async (body) => {
    expect(await refused(403, {}, body)).toBeInstanceOf(RegionError);
  });

  test.each([
    cloudFront("Request blocked. We can't connect to the server for this app or website at this time."),
    '{"cloudflare":"block"}',
    challenge,
    "<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY>You don't have permission to access this server.</BODY></HTML>",
  ])('of a guard before the venue is told as one: %s', async (body) => {
    expect(await refused(403, {}, body)).toBeInstanceOf(BlockedError);
  });

  test.each([
    [202, { 'x-amzn-waf-action': 'challenge' }, ''],
    [405, { 'x-amzn-waf-action': 'captcha' }, '<html></html>'],
    [503, { 'cf-mitigated': 'challenge' }, challenge],
  ])('%i with %o is a guard that wants a person', async (status, headers, body) => {
    expect(await refused(status, headers, body)).toBeInstanceOf(BlockedError);
  });

  test('403 in the venue’s own words stays an error of the venue', async () => {
    expect(
      await refused(403, {}, '{"code":-2015,"msg":"Invalid API-key, IP, or permissions"}'),
    ).toBeInstanceOf(HttpError);
  });

  test.each([400, 403, 404, 500, 503])('%i is an error of its own', async (status) => {
    const error = await refused(status);

    expect(error).toBeInstanceOf(HttpError);
    expect(error).toMatchObject({ status });
  });
});

describe('Retry-After', () => {
  test('in the past means now', () => {
    expect(retryAfterMs('Thu, 15 Jan 2026 11:00:00 GMT', NOW_MS)).toBe(0);
    expect(retryAfterMs('-5', NOW_MS)).toBe(0);
  });
});
