import type { PageMarket } from '../../market/page-market.ts';
import type { Site } from '../site.ts';

/** Letters of other scripts look like Latin ones and name another coin than a reader sees. */
const NAME = /^[\p{Script=Latin}\p{Script=Han}\p{Nd}:/_-]{1,40}$/u;

/** The market that a site's own table of positions calls `name`; null for what is none. */
export function marketInTable({ origins, table, parse }: Site, name: string): PageMarket | null {
  const path = NAME.test(name) ? (table?.pathOf(name) ?? null) : null;
  return path === null ? null : parse(new URL(encodeURI(path), origins[0]), '');
}
