import type { PositionSide } from '../../core/market/forced-order.ts';
import type { SavedPosition } from '../../core/market/position.ts';
import { VENUE_NAMES, type VenueId } from '../../core/market/venue-id.ts';

/** A position as it stands in the form: numbers are still text. */
export interface PositionDraft {
  readonly id: string;
  readonly venue: VenueId;
  readonly base: string;
  readonly side: PositionSide;
  readonly entryPrice: string;
  readonly size: string;
  readonly sizeUnit: 'base' | 'usd';
  readonly margin: string;
  readonly marginKind: 'leverage' | 'usd';
  readonly addedMargin: string;
  readonly stopPrice: string;
}

type DraftField = 'base' | 'entryPrice' | 'size' | 'margin' | 'addedMargin' | 'stopPrice';

/** What is wrong, by field; a field that is merely empty is in `missing`. */
export interface DraftCheck {
  readonly errors: Readonly<Partial<Record<DraftField, string>>>;
  readonly missing: readonly DraftField[];
  /** Null while anything is wrong or missing. */
  readonly position: SavedPosition | null;
}

const HORIZON_HOURS = 24;

/** No venue that is read offers more. */
const MOST_LEVERAGE = 200;

/** A form for a new position; `price` pre-fills the entry. */
export const emptyDraft = (
  id: string,
  market: { readonly venue: VenueId; readonly base: string; readonly price: number | null },
): PositionDraft => ({
  id,
  venue: market.venue,
  base: market.base,
  side: 'long',
  entryPrice: market.price === null ? '' : String(market.price),
  size: '',
  sizeUnit: 'usd',
  margin: '10',
  marginKind: 'leverage',
  addedMargin: '',
  stopPrice: '',
});

/** The form of a saved position. */
export const draftOf = (position: SavedPosition): PositionDraft => ({
  id: position.id,
  venue: position.venue in VENUE_NAMES ? (position.venue as VenueId) : 'binance',
  base: position.base,
  side: position.side,
  entryPrice: String(position.entryPrice),
  size: String(position.size.value),
  sizeUnit: position.size.unit,
  margin: String(position.margin.kind === 'leverage' ? position.margin.leverage : position.margin.usd),
  marginKind: position.margin.kind,
  addedMargin: position.addedMarginUsd === 0 ? '' : String(position.addedMarginUsd),
  stopPrice: position.stopPrice === null ? '' : String(position.stopPrice),
});

/** A number as a trader types it: `90,912.5`, `0.25`; null for anything else. */
export function parseNumber(text: string): number | null {
  const trimmed = text.trim();
  if (!/^(\d+|\d{1,3}(,\d{3})+)?(\.\d+)?$/.test(trimmed) || trimmed === '') return null;
  const value = Number(trimmed.replaceAll(',', ''));
  return Number.isFinite(value) ? value : null;
}

/** Reads the form; each error is one plain sentence for the field's own line. */
export function checkDraft(draft: PositionDraft): DraftCheck {
  const errors: Partial<Record<DraftField, string>> = {};
  const missing: DraftField[] = [];
  const read = (field: DraftField, text: string, isOptional = false): number | null => {
    if (text.trim() === '') {
      if (!isOptional) missing.push(field);
      return null;
    }
    const value = parseNumber(text);
    if (value === null) errors[field] = 'Not a number, such as 1,234.5.';
    else if (value === 0 && !isOptional) errors[field] = 'Must be more than zero.';
    return value;
  };
  const base = draft.base.trim().toUpperCase();
  if (base === '') missing.push('base');
  else if (!/^[A-Z0-9]{1,20}$/.test(base)) errors.base = 'The coin alone, such as BTC.';
  const entryPrice = read('entryPrice', draft.entryPrice);
  const size = read('size', draft.size);
  const margin = read('margin', draft.margin);
  if (margin !== null && draft.marginKind === 'leverage' && margin !== 0) {
    if (margin < 1) errors.margin = 'At least 1×.';
    if (margin > MOST_LEVERAGE) errors.margin = `At most ${MOST_LEVERAGE}×.`;
  }
  const addedMarginUsd = read('addedMargin', draft.addedMargin, true) ?? 0;
  const stopPrice = read('stopPrice', draft.stopPrice, true);
  if (stopPrice === 0) errors.stopPrice = 'Must be more than zero.';
  const isWhole = Object.keys(errors).length === 0 && missing.length === 0;
  if (!isWhole || entryPrice === null || size === null || margin === null) {
    return { errors, missing, position: null };
  }
  const position: SavedPosition = {
    id: draft.id,
    venue: draft.venue,
    base,
    side: draft.side,
    entryPrice,
    size: { unit: draft.sizeUnit, value: size },
    margin:
      draft.marginKind === 'leverage' ? { kind: 'leverage', leverage: margin } : { kind: 'usd', usd: margin },
    marginMode: 'isolated',
    walletBalanceUsd: null,
    addedMarginUsd,
    stopPrice,
    horizonHours: HORIZON_HOURS,
  };
  return { errors, missing, position };
}
