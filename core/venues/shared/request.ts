import type { HttpRequest } from '../../market/http-request.ts';

/** A GET of `url` with its query; undefined values are left out. */
export function get(
  url: string,
  query: Readonly<Record<string, string | number>>,
  price: { readonly budget: string; readonly weight: number },
): HttpRequest {
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, String(value)]),
  ).toString();
  return { url: search === '' ? url : `${url}?${search}`, method: 'GET', body: null, ...price };
}
