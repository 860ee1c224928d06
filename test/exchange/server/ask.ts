import { request } from 'node:https';

/** What the exchange answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Decoded body. @throws SyntaxError if it is not JSON */
  readonly json: () => unknown;
}

/** Asks the exchange on `port` what the host of `url` would answer. With `body` it is a POST of JSON; `own` are headers of its own. */
export function ask(
  port: number,
  url: string,
  body?: unknown,
  own: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const { host, pathname, search } = new URL(url);
  const headers = { ...own, host, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const method = body === undefined ? 'GET' : 'POST';
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, path: pathname + search, method, headers, rejectUnauthorized: false },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
        });
        incoming.on('error', reject);
        incoming.on('end', () => {
          const bytes = new Uint8Array(Buffer.concat(chunks));
          const text = new TextDecoder().decode(bytes);
          const json = () => JSON.parse(text) as unknown;
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text, bytes, json });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
