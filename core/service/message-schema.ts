import { ASSET_CLASSES } from '../market/asset-class.ts';
import { isMarketId } from '../market/asset.ts';
import * as v from 'valibot';

import { RULES } from '../alerts/rules/list.ts';
import { type AlertSettings, COMMON_ALERT_SETTINGS, RULE_SETTINGS } from '../alerts/settings.ts';

import { SchemaError } from '../market/errors.ts';
import { finite, notNegative, positive } from '../market/number-schemas.ts';
import { MOST_POSITIONS, readPosition } from '../market/position-format.ts';
import { VENUE_IDS, type VenueId } from '../market/venue-id.ts';
import { REGIONAL_HOSTS } from '../venues/regional-hosts.ts';
import type { ViewMessage } from './messages.ts';
import type { Settings } from '../ledger/stored.ts';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

/** A coin as exchanges write it; becomes part of a storage key, never of an address. */
const base = v.pipe(v.string(), v.regex(/^[\p{L}\p{N}]{1,24}$/u));
const market = v.pipe(v.string(), v.check(isMarketId, 'is no market'));
const site = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,32}$/));

const page = v.object({
  venue: name,
  instrument: name,
  base,
  assetClass: v.exactOptional(v.picklist(ASSET_CLASSES)),
  multiplier: positive,
  quote: name,
  kind: v.picklist(['perpetual', 'future', 'spot']),
});

const position = v.pipe(
  v.unknown(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    try {
      return readPosition('', dataset.value);
    } catch (error) {
      addIssue({ message: error instanceof SchemaError ? error.message : 'cannot be read' });
      return NEVER;
    }
  }),
);

const DAY_MS = 86_400_000;

const schemasOf = (settings: Readonly<Record<string, { readonly schema: v.GenericSchema }>>) =>
  Object.fromEntries(Object.entries(settings).map(([name, { schema }]) => [name, schema]));

const alerts = v.object({
  rules: v.object(Object.fromEntries(RULES.map(({ id }) => [id, v.boolean()]))),
  ...schemasOf(RULE_SETTINGS),
  ...schemasOf(COMMON_ALERT_SETTINGS),
}) as unknown as v.GenericSchema<unknown, AlertSettings>;

const venueIds = v.pipe(v.array(v.picklist(VENUE_IDS)), v.maxLength(VENUE_IDS.length));

const hostOf = (id: VenueId) =>
  v.exactOptional(v.picklist((REGIONAL_HOSTS[id] ?? []).map(({ host }) => host)));
const hosts = v.object({ bybit: hostOf('bybit'), okx: hostOf('okx'), gate: hostOf('gate') });

const settings = v.object({
  version: v.literal(1),
  venues: venueIds,
  hosts: v.exactOptional(hosts),
  watchList: v.pipe(v.array(market), v.maxLength(50)),
  palette: v.picklist(['orange-blue', 'green-red']),
  theme: v.picklist(['page', 'dark', 'light']),
  alerts: v.exactOptional(alerts),
  listenAlways: v.exactOptional(v.boolean()),
  listening: v.exactOptional(v.object({ isAnswered: v.boolean(), venues: venueIds, ownPages: v.boolean() })),
  bookMarks: v.exactOptional(v.boolean()),
});

const place = v.object({
  right: finite,
  top: finite,
  width: notNegative,
  height: notNegative,
  form: v.picklist(['open', 'strip', 'dot', 'closed']),
  chartBands: v.exactOptional(v.boolean()),
  bookMarks: v.exactOptional(v.boolean()),
});

/** What the panel in an exchange page may ask; the page around it could be hostile. */
const pageMessages = [
  v.object({ kind: v.literal('watch'), market: page }),
  v.object({ kind: v.literal('refresh'), market }),
  v.object({ kind: v.literal('save-place'), site, place }),
  v.object({
    kind: v.literal('snooze-warning'),
    id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
    forMs: v.nullable(v.pipe(positive, v.maxValue(DAY_MS))),
  }),
  v.object({ kind: v.literal('listen-to-own-pages') }),
  v.object({ kind: v.literal('open-popup') }),
  v.object({ kind: v.literal('open-options'), section: v.picklist(['listening', 'venues']) }),
  v.object({ kind: v.literal('open-record'), market }),
] as const;

const ownMessages = [
  ...pageMessages,
  v.object({
    kind: v.literal('save-positions'),
    positions: v.pipe(v.array(position), v.maxLength(MOST_POSITIONS)),
  }),
  v.object({ kind: v.literal('save-settings'), settings }),
] as const;

const fromPage = v.variant('kind', pageMessages);
const fromOwn = v.variant('kind', ownMessages);

/** Settings, or the path such as `watchList[0]` of what is wrong with them and why. */
export function readSettings(
  value: unknown,
): { readonly settings: Settings } | { readonly path: string; readonly reason: string } {
  const result = v.safeParse(settings, value);
  if (result.success) return { settings: result.output };
  const [issue] = result.issues;
  const path = (v.getDotPath(issue) ?? '').replace(/\.(\d+)(?=\.|$)/g, '[$1]');
  return { path, reason: issue.message };
}

/**
 * The message if it is one that its sender may send, else a sentence that says what is wrong with it. Positions and
 * settings are only taken from the extension's own pages.
 */
export function readMessage(value: unknown, sender: 'page' | 'own'): ViewMessage | string {
  const result = sender === 'own' ? v.safeParse(fromOwn, value) : v.safeParse(fromPage, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  return `${v.getDotPath(issue) ?? 'message'}: ${issue.message}`;
}
