import type { ContractType } from '../risk/margin-equation.ts';
import type { FormulaInput } from '../risk/formulas/formula.ts';
import type { RecordFields } from './record-fields.ts';

/** What backs a recorded position. */
export type Account = Pick<
  FormulaInput,
  'margin' | 'addedMargin' | 'othersMaintenance' | 'othersProfit' | 'oppositeLeg'
>;

interface Position {
  readonly contract: ContractType;
  readonly marginMode: 'isolated' | 'cross';
  /** 1 for a long, -1 for a short. */
  readonly signed: 1 | -1;
  readonly quantity: number;
  readonly entryPrice: number;
}

/** Names under which venues and their users give an isolated margin. */
export const MARGINS = [
  'isolatedWallet',
  'isolatedWalletBalance',
  'isolatedWalletCoins',
  'walletBalance',
  'walletBalanceUsd',
  'walletBalanceCoins',
  'marginUsd',
  'marginCoins',
  'marginCoin',
  'margin',
  'isolatedMarginAtEntryUsd',
  'posMargin',
  'positionMargin',
  'marginStatic',
  'initialMargin',
  'initialMarginUsd',
  'positionIM',
] as const;

const ADDED_MARGINS = [
  'extraMargin',
  'extraMarginUsd',
  'extraMarginCoins',
  'extraMarginCoin',
  'extraMarginAdded',
  'addedMargin',
  'addedMarginUsd',
  'marginAdded',
  'extra',
] as const;

const WALLETS = [
  'crossWalletBalance',
  'crossWalletBalanceCoins',
  'crossWallet',
  'walletBalance',
  'walletBalanceUsd',
  'walletBalanceCoins',
  'balance',
  'equity',
  'margin',
  'marginUsd',
  'marginCoins',
] as const;

/** Reads the account in whichever of the venues' forms the record has. @throws SchemaError where no form is complete */
export function readAccount(inputs: RecordFields, position: Position): Account {
  const none = { addedMargin: 0, othersMaintenance: 0, othersProfit: 0, oppositeLeg: null };
  const cash = inputs.optional(['rawUsd', 'quoteBalanceUsd', 'quoteBalance']);
  if (cash !== null) return { ...none, ...readCashAccount(inputs, position, cash) };
  const accountValue = inputs.optional(['accountValueUsd', 'accountValue']);
  if (accountValue !== null) return { ...none, ...readAccountValue(inputs, position, accountValue) };
  if (position.marginMode === 'isolated') return { ...none, ...readIsolated(inputs, position) };
  return { ...none, margin: readWallet(inputs, position), ...readOthers(inputs) };
}

/** Wallet of a cross account; what is available beside the position's initial margin amounts to the same. */
function readWallet(inputs: RecordFields, { contract, quantity, entryPrice }: Position): number {
  const available = inputs.hasAny(WALLETS) ? null : inputs.optional(['availableBalance', 'available']);
  if (available === null) return inputs.required(WALLETS);
  const notional = contract === 'linear' ? quantity * entryPrice : quantity / entryPrice;
  return available + notional / inputs.required(['leverage']);
}

/** Cash after the position was paid for (Hyperliquid's rawUsd, dYdX's quote balance): negative for most longs. */
function readCashAccount(
  inputs: RecordFields,
  position: Position,
  cash: number,
): Partial<Account> & { margin: number } {
  return {
    margin: cash + position.signed * position.quantity * position.entryPrice,
    ...readOthers(inputs, 'cash'),
  };
}

/** Account value and maintenance at the mark price, the maintenance of this position included. */
function readAccountValue(
  inputs: RecordFields,
  position: Position,
  value: number,
): Partial<Account> & { margin: number } {
  const mark = inputs.required(['markPrice']);
  const rate = 0.5 / inputs.required(['maxLeverage']);
  const maintenance = inputs.optional(['crossMaintenanceUsd', 'maintenanceUsd'], 0) ?? 0;
  const own = position.quantity * mark * rate;
  const profit = position.signed * position.quantity * (mark - position.entryPrice);
  return { margin: value - profit, othersMaintenance: maintenance - own };
}

function readIsolated(inputs: RecordFields, position: Position): Pick<Account, 'margin' | 'addedMargin'> {
  const addedMargin = inputs.optional(ADDED_MARGINS) ?? 0;
  const withProfit = inputs.positive(['isolatedMargin']);
  const stated = inputs.optional(MARGINS, 0);
  if (stated !== null) return { margin: stated, addedMargin };
  if (withProfit !== null) {
    const profit = inputs.optional(['unrealizedPnl', 'unRealizedProfit', 'unrealizedProfit', 'upnl']) ?? 0;
    return { margin: withProfit - profit, addedMargin };
  }
  const { quantity, entryPrice } = position;
  const notional = position.contract === 'linear' ? quantity * entryPrice : quantity / entryPrice;
  return { margin: notional / inputs.required(['leverage']), addedMargin };
}

/** `cash`: the cash balance already paid for the other positions, so their whole value counts and not only their profit. */
function readOthers(inputs: RecordFields, basis: 'profit' | 'cash' = 'profit'): Partial<Account> {
  const positions = [...inputs.objects('otherPositions'), ...inputs.objects('otherPosition')].map((other) =>
    readOther(other, basis),
  );
  const sum = (key: 'maintenance' | 'value') => positions.reduce((total, other) => total + other[key], 0);
  const opposite = inputs.objects('oppositePosition')[0] ?? inputs.objects('oppositeLeg')[0];
  return {
    othersMaintenance: inputs.optional(['otherMaintMargin', 'otherMaintenance'], 0) ?? sum('maintenance'),
    othersProfit: inputs.optional(['otherUnrealizedPnl', 'otherUnrealizedProfit']) ?? sum('value'),
    oppositeLeg: opposite
      ? {
          quantity: opposite.required(['sizeCoins', 'sizeUsd', 'size']),
          entryPrice: opposite.required(['entryPrice']),
        }
      : null,
  };
}

function readOther(other: RecordFields, basis: 'profit' | 'cash'): { maintenance: number; value: number } {
  const size = other.optional(['sizeCoins', 'sizeBase', 'size']) ?? 0;
  const signed = other.optionalText('side') === 'short' ? -Math.abs(size) : size;
  const mark = other.required(['markPrice', 'oraclePrice']);
  const rate = other.optional(['mmr', 'mmf', 'maintenanceRate'], 0) ?? 0;
  const deduction = other.optional(['maintAmount', 'deduction']) ?? 0;
  const paid = basis === 'cash' ? 0 : other.required(['entryPrice']);
  return { maintenance: Math.abs(size) * mark * rate - deduction, value: signed * (mark - paid) };
}
