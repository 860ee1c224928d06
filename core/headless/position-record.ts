import type { SavedPosition } from '../market/position.ts';
import type { PositionSide } from '../market/forced-order.ts';
import { SchemaError } from '../market/errors.ts';
import type { FormulaInput, VenueFormula } from '../risk/formulas/formula.ts';
import { FORMULAS, formulaOf } from '../risk/formulas/registry.ts';
import { signOf, type Bracket, type ContractType } from '../risk/margin-equation.ts';
import { MARGINS, readAccount, type Account } from './record-account.ts';
import { RecordFields } from './record-fields.ts';
import { baseOfSymbol, positionOfRecord, tiersOfRecord } from './recorded-position.ts';
import type { LiquidationContext } from '../risk/liquidation-types.ts';
import { offlineTiers } from '../risk/tiers/offline.ts';
import { bracketsOf } from '../risk/tiers/tiers-in-use.ts';
import { venueLiquidation } from '../risk/venue-liquidation.ts';

/** Answer to one row of the `risk` command. */
export interface RecordAnswer {
  readonly id: string;
  readonly liquidationPrice: number | null;
  readonly bankruptcyPrice: number | null;
  readonly estimate: boolean;
  readonly alternative?: { readonly liquidationPrice: number | null; readonly name: string };
  readonly error?: string;
}

/** A row with what is known of its market. */
export interface RiskRow {
  readonly answer: RecordAnswer;
  readonly position: SavedPosition;
  /** USD. */
  readonly markPrice: number;
  /** Null: the dated table that ships with the extension. */
  readonly tiers: LiquidationContext['tiers'];
}

/**
 * Liquidation of one position as venues publish or record them: `{ id, venue, contractType, marginMode, side,
 * formula?, inputs }`. The inputs say what the venue said: wallet or margin, coins or contracts, rate or tiers; and a stop
 * and targets, where there are any.
 * @throws SchemaError or FaultError naming the field that is missing or wrong
 */
export function readRecord(path: string, row: unknown): RiskRow {
  const fields = new RecordFields(path, row);
  const id = fields.text('id');
  const venue = fields.text('venue');
  const formula = formulaOf(venue);
  if (formula === null) {
    throw new SchemaError(
      `${path}.venue`,
      `"${venue}" is not one of ${FORMULAS.map((one) => one.venue).join(', ')}`,
    );
  }
  const name = fields.optionalText('formula') ?? '';
  const { input, isStandIn } = readFormulaInput(fields, formula);
  const { liquidationPrice, bankruptcyPrice, estimate, alternative } = venueLiquidation(
    /entry|legacy|older/.test(name) ? olderPage(formula) : formula,
    input,
  );
  return {
    answer: {
      id,
      liquidationPrice,
      bankruptcyPrice,
      estimate: estimate || isStandIn,
      ...(alternative ? { alternative } : {}),
    },
    position: positionOfRecord(fields, input, { id, venue }),
    markPrice: input.fromPrice,
    tiers: tiersOfRecord(input),
  };
}

/** The same venue by the other page it published. */
function olderPage(formula: VenueFormula): VenueFormula {
  const { alternative, ...rest } = formula;
  return alternative ? { ...rest, equation: alternative.equation } : formula;
}

interface RecordInput {
  readonly input: FormulaInput;
  /** The record names neither rate nor tiers: the dated table that ships with the extension stands in. */
  readonly isStandIn: boolean;
}

function readFormulaInput(fields: RecordFields, formula: VenueFormula): RecordInput {
  const contract = fields.has('contractType')
    ? (fields.text('contractType', ['linear', 'inverse']) as ContractType)
    : 'linear';
  const marginMode = fields.has('marginMode')
    ? (fields.text('marginMode', ['isolated', 'cross']) as 'isolated' | 'cross')
    : 'isolated';
  const side = fields.text('side', ['long', 'short']) as PositionSide;
  const inputs = fields.object('inputs');
  const quantity = readQuantity(inputs, contract);
  const entryPrice = readEntryPrice(inputs, contract, quantity);
  const account: Account = readAccount(inputs, {
    contract,
    marginMode,
    signed: signOf(side),
    quantity,
    entryPrice,
  });
  const own = readBrackets(inputs, contract, quantity, entryPrice);
  const input: FormulaInput = {
    contract,
    marginMode,
    side,
    quantity,
    entryPrice,
    ...account,
    brackets: own ?? offlineBrackets(inputs, formula.venue, contract, quantity, entryPrice),
    takerFee:
      inputs.optional(['takerFee', 'takerFeeRate', 'feeRate', 'fee', 'liquidationFee'], 0) ??
      formula.takerFee,
    tickSize: inputs.optional(['tickSize', 'tickSz', 'tick'], 0) ?? 0,
    fromPrice: inputs.positive(['markPrice', 'oraclePrice']) ?? entryPrice,
  };
  return { input, isStandIn: own === null };
}

function readQuantity(inputs: RecordFields, contract: ContractType): number {
  const whole = inputs.positive(contract === 'linear' ? COINS : DOLLARS);
  if (whole !== null) return whole;
  const count = inputs.positive(['contracts', 'sizeContracts', 'lots', 'qty', 'quantity', 'size']);
  // Some venues mark inverse contracts by a negative multiplier.
  if (count !== null) return count * Math.abs(inputs.optional(CONTRACT_SIZES) ?? 1);
  // With its margin named by leverage only, a position's price does not depend on its size.
  if (inputs.has('leverage') && !inputs.hasAny(MARGINS)) return 1;
  return inputs.required([contract === 'linear' ? 'sizeCoins' : 'sizeUsd']);
}

/** Entry price, or what the position cost for its size; a venue that gives neither gives the price it stands at. */
function readEntryPrice(inputs: RecordFields, contract: ContractType, quantity: number): number {
  const price = inputs.positive(['entryPrice', 'averagePrice', 'avgEntryPrice', 'avgPrice', 'holdCost']);
  if (price !== null) return price;
  const cost = Math.abs(inputs.optional(['posCost']) ?? 0);
  if (cost > 0) return contract === 'linear' ? cost / quantity : quantity / cost;
  return inputs.required(['entryPrice', 'markPrice', 'oraclePrice']);
}

/** The maintenance that the record names; null where it names none. */
function readBrackets(
  inputs: RecordFields,
  contract: ContractType,
  quantity: number,
  entryPrice: number,
): readonly Bracket[] | null {
  const flat = (rate: number): readonly Bracket[] => [
    { floor: 0, cap: Infinity, rate, deduction: inputs.optional(DEDUCTIONS) ?? 0 },
  ];
  const rate = inputs.optional(
    ['mmr', 'maintenanceRate', 'maintenanceMarginRate', 'maintMarginRatio', 'mmf'],
    0,
  );
  if (rate !== null) return flat(rate);
  const maintenance = inputs.optional(['posMaint', 'maintenanceMargin', 'positionMM'], 0);
  const notional = contract === 'linear' ? quantity * entryPrice : quantity / entryPrice;
  if (maintenance !== null) return [{ floor: 0, cap: Infinity, rate: maintenance / notional, deduction: 0 }];
  const factor = inputs.optional(['adjustFactor'], 0);
  if (factor !== null) return flat(factor / inputs.required(['leverage']));
  const maxLeverage = inputs.positive(['maxLeverage']);
  return maxLeverage === null ? null : flat(0.5 / maxLeverage);
}

/** Of the coin that the record's symbol names. @throws SchemaError where it names none */
function offlineBrackets(
  inputs: RecordFields,
  venue: string,
  contract: ContractType,
  quantity: number,
  entryPrice: number,
): readonly Bracket[] {
  const symbol = inputs.optionalText('symbol');
  if (symbol === null) throw inputs.missing('mmr');
  const sizeBase = contract === 'inverse' ? quantity / entryPrice : quantity;
  const { facts } = offlineTiers(venue, baseOfSymbol(symbol), contract);
  return bracketsOf(facts, { contract, sizeBase, notionalUsd: sizeBase * entryPrice }).brackets;
}

const COINS = ['sizeCoins', 'sizeBase', 'quantityCoins', 'quantityBase'] as const;
const DOLLARS = [
  'sizeUsd',
  'notionalUsd',
  'contractsUsd',
  'quantityUsd',
  'valueUsd',
  'sizeContractsUsd',
] as const;
const CONTRACT_SIZES = [
  'contractSize',
  'contractSizeUsd',
  'contractValue',
  'contractValueUsd',
  'contractMultiplier',
  'faceValue',
  'faceValueUsd',
  'ctVal',
  'multiplier',
] as const;

const DEDUCTIONS = ['maintAmount', 'mmDeduction', 'deduction', 'maintenanceAmount', 'cum'] as const;
