import { say } from '../../core/i18n/say-own.ts';
import { assetOf, assetText, readAsset } from '../../core/market/asset.ts';
import type { PositionSide } from '../../core/market/forced-order.ts';
import type { MarketReport } from '../../core/market/market-report.ts';
import { contractOf, type SavedPosition } from '../../core/market/position.ts';
import { priceDecimals } from '../ui/format.ts';
import { writeNumber } from '../../core/market/number-text.ts';
import { coinProblem } from './coin-entry.ts';
import { readNumber } from '../ui/read-number.ts';
import { formulaOf, riskVenueName } from '../../core/risk/formulas/registry.ts';
import { checkTargets, draftTargets, type TargetDraft, type TargetField } from './target-draft.ts';

/** A position as it stands in the form: numbers are still text. */
export interface PositionDraft {
  readonly id: string;
  readonly venue: string;
  /** As {@link assetText} calls it. */
  readonly base: string;
  readonly contract: 'linear' | 'inverse';
  readonly side: PositionSide;
  readonly entryPrice: string;
  readonly size: string;
  readonly sizeUnit: 'base' | 'usd';
  readonly marginMode: SavedPosition['marginMode'];
  readonly margin: string;
  /** `own`: in what the contract settles in, dollars or coins. */
  readonly marginKind: 'leverage' | 'own';
  /** In what the contract settles in, as the two below. */
  readonly walletBalance: string;
  readonly addedMargin: string;
  readonly stopPrice: string;
  readonly targets: readonly TargetDraft[];
  readonly horizonHours: string;
}

type DraftField =
  | 'venue'
  | 'base'
  | 'contract'
  | 'entryPrice'
  | 'size'
  | 'margin'
  | 'walletBalance'
  | 'addedMargin'
  | 'stopPrice'
  | TargetField
  | 'horizonHours';

/** What is wrong, by field; a field that is merely empty is in `missing`. */
export interface DraftCheck {
  readonly errors: Readonly<Partial<Record<DraftField, string>>>;
  /** Two numbers that a field can be read as. */
  readonly questions: Readonly<Partial<Record<DraftField, readonly [number, number]>>>;
  readonly missing: readonly DraftField[];
  /** The coin that was meant where another name was typed and it can be told. */
  readonly meantCoin: string | null;
  /** Null while anything is wrong, missing or in question. */
  readonly position: SavedPosition | null;
}

const USUAL_HORIZON_HOURS = '24';

/** No venue offers more. */
export const MOST_LEVERAGE = 500;

/** Beyond a month the volatility that is known says little. */
export const MOST_HOURS = 720;

/** A form for a new position; `price` pre-fills the entry. */
export const emptyDraft = (
  id: string,
  market: {
    readonly venue: string;
    readonly base: string;
    readonly price: number | null;
    readonly contract?: 'linear' | 'inverse';
  },
  locale: string,
): PositionDraft => ({
  id,
  venue: market.venue,
  base: market.base,
  contract: market.contract ?? 'linear',
  side: 'long',
  entryPrice: market.price === null ? '' : writeNumber(market.price, locale),
  size: '',
  sizeUnit: 'usd',
  marginMode: 'isolated',
  margin: '10',
  marginKind: 'leverage',
  walletBalance: '',
  addedMargin: '',
  stopPrice: '',
  targets: [],
  horizonHours: USUAL_HORIZON_HOURS,
});

/** Price at which a position could be entered now: the mark price on the instrument's tick. */
export const entryOf = (report: Pick<MarketReport, 'price' | 'tickSize'> | null): number | null =>
  report?.price == null ? null : Number(report.price.toFixed(priceDecimals(report.price, report.tickSize)));

/** The form of a saved position, its numbers as `locale` writes them. */
export function draftOf(position: SavedPosition, locale: string): PositionDraft {
  const write = (value: number): string => writeNumber(value, locale);
  const { margin } = position;
  const contract = contractOf(position);
  const isInverse = contract === 'inverse';
  const wallet = isInverse ? (position.walletBalanceBase ?? null) : position.walletBalanceUsd;
  const added = isInverse ? (position.addedMarginBase ?? 0) : position.addedMarginUsd;
  return {
    id: position.id,
    venue: position.venue,
    base: assetText(position),
    contract,
    side: position.side,
    entryPrice: write(position.entryPrice),
    size: write(position.size.value),
    sizeUnit: position.size.unit,
    marginMode: position.marginMode,
    margin: write(
      margin.kind === 'leverage' ? margin.leverage : inSettlement(margin, position.entryPrice, isInverse),
    ),
    marginKind: margin.kind === 'leverage' ? 'leverage' : 'own',
    walletBalance: wallet === null ? '' : write(wallet),
    addedMargin: added === 0 ? '' : write(added),
    stopPrice: position.stopPrice === null ? '' : write(position.stopPrice),
    targets: draftTargets(position.targets ?? [], locale),
    horizonHours: write(position.horizonHours),
  };
}

function inSettlement(
  margin: Exclude<SavedPosition['margin'], { kind: 'leverage' }>,
  entryPrice: number,
  isInverse: boolean,
): number {
  if (margin.kind === 'usd') return isInverse ? margin.usd / entryPrice : margin.usd;
  return isInverse ? margin.base : margin.base * entryPrice;
}

/** What the form is about, as it is called everywhere: `BTC`, `CAT share`. */
export function baseOf({ base }: Pick<PositionDraft, 'base'>): string {
  const asset = readAsset(base);
  return asset === null ? base.trim().toUpperCase() : assetText(asset);
}

/**
 * Reads the form; each error is one plain sentence for the field's own line.
 * @param price of the market, which tells prices of two readings apart; null: not known
 */
export function checkDraft(draft: PositionDraft, locale: string, price: number | null): DraftCheck {
  const errors: Partial<Record<DraftField, string>> = {};
  const questions: Partial<Record<DraftField, readonly [number, number]>> = {};
  const missing: DraftField[] = [];
  const read = (
    field: Exclude<DraftField, 'venue' | 'base' | 'contract' | TargetField>,
    { isOptional = false, ...limits }: Parameters<typeof readNumber>[2] & { isOptional?: boolean } = {},
  ): number | null => {
    const { value, error, question } = readNumber(draft[field], locale, limits);
    if (error !== undefined) errors[field] = error;
    else if (question !== undefined) questions[field] = question;
    else if (value === null && !isOptional) missing.push(field);
    return value;
  };

  const asset = readAsset(draft.base);
  const coin = coinProblem(draft.base, draft.venue);
  const isCross = draft.marginMode === 'cross';
  const isInverse = draft.contract === 'inverse';
  if (draft.base.trim() === '') missing.push('base');
  else if (coin !== null) errors.base = coin.error;
  const formula = formulaOf(draft.venue);
  if (formula === null) errors.venue = say('form.venue.unknown', { venue: draft.venue });
  if (isInverse && formula?.hasInverse !== true)
    errors.contract = say('form.dollars-only', { venue: riskVenueName(draft.venue) });
  const entryPrice = read('entryPrice', { near: price });
  const size = read('size');
  const isLeverage = draft.marginKind === 'leverage';
  const leverageLimits = { least: 1, most: MOST_LEVERAGE, unit: '×' };
  const margin = isCross ? 1 : read('margin', isLeverage ? leverageLimits : {});
  const wallet = isCross ? read('walletBalance') : null;
  const added = isCross ? 0 : (read('addedMargin', { isOptional: true, least: 0 }) ?? 0);
  const stopPrice = read('stopPrice', { isOptional: true, near: price });
  const { fields, targets } = checkTargets(draft.targets, locale, price);
  for (const [field, { error, question }] of fields) {
    if (error !== undefined) errors[field] = error;
    if (question !== undefined) questions[field] = question;
  }
  const horizonHours = read('horizonHours', { least: 1, most: MOST_HOURS, unit: ' h' });

  const meantCoin = coin?.meant ?? null;
  const isWhole = [errors, questions, missing].every((what) => Object.keys(what).length === 0);
  if (
    !isWhole ||
    asset === null ||
    entryPrice === null ||
    size === null ||
    margin === null ||
    targets === null ||
    horizonHours === null
  )
    return { errors, questions, missing, meantCoin, position: null };
  const position: SavedPosition = {
    id: draft.id,
    venue: draft.venue,
    ...assetOf(asset),
    side: draft.side,
    entryPrice,
    size: { unit: draft.sizeUnit, value: size },
    // A cross position is backed by the wallet; its leverage decides nothing.
    margin:
      isCross || isLeverage
        ? { kind: 'leverage', leverage: margin }
        : isInverse
          ? { kind: 'base', base: margin }
          : { kind: 'usd', usd: margin },
    marginMode: draft.marginMode,
    walletBalanceUsd: isInverse ? null : wallet,
    addedMarginUsd: isInverse ? 0 : added,
    ...(isInverse ? { contract: 'inverse' as const, walletBalanceBase: wallet, addedMarginBase: added } : {}),
    stopPrice,
    ...(targets.length === 0 ? {} : { targets }),
    horizonHours,
  };
  return { errors, questions, missing, meantCoin, position };
}

/** What the form would say of a position that did not come from it, the first of its fields. */
export function positionProblem(position: SavedPosition): { field: string; reason: string } | null {
  const { errors, missing } = checkDraft(draftOf(position, 'en-US'), 'en-US', null);
  const [wrong] = Object.entries(errors);
  if (wrong?.[1] !== undefined) return { field: wrong[0], reason: wrong[1] };
  return missing[0] === undefined ? null : { field: missing[0], reason: say('form.missing') };
}
