import type { Fault } from './fault.ts';

/** A JSON answer as the fault leaves it: values distorted, shape kept. Other kinds return it unchanged. */
export function distort(value: unknown, fault: Fault): unknown {
  switch (fault.kind) {
    case 'wrong-types':
      return mapLeaves(value, (leaf) => (typeof leaf === 'number' ? { value: leaf } : null));
    case 'stale':
      return mapLeaves(value, (leaf) => shiftTime(leaf, -fault.byS));
    case 'future':
      return mapLeaves(value, (leaf) => shiftTime(leaf, fault.byS));
    case 'other-symbol':
      return mapLeaves(value, (leaf) => (typeof leaf === 'string' ? otherSymbol(leaf) : leaf));
    case 'zero':
      return mapLeaves(value, (leaf) => withNumber(leaf, () => 0));
    case 'negative':
      return mapLeaves(value, (leaf) => withNumber(leaf, (number) => -Math.abs(number) || -1));
    default:
      return value;
  }
}

function mapLeaves(value: unknown, change: (leaf: unknown) => unknown): unknown {
  if (value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map((item) => mapLeaves(item, change));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapLeaves(item, change)]));
  }
  return change(value);
}

/** Changes a number, or a text that is one, and keeps times and status codes. */
function withNumber(leaf: unknown, change: (value: number) => number): unknown {
  if (typeof leaf !== 'number' && !isDecimal(leaf)) return leaf;
  const value = Number(leaf);
  if (secondsIn(value) !== null || (typeof leaf === 'string' && /^0+$/.test(leaf)) || value === 0)
    return leaf;
  const changed = change(value);
  return typeof leaf === 'number' ? changed : String(changed);
}

function shiftTime(leaf: unknown, byS: number): unknown {
  if (typeof leaf !== 'number' && !isDecimal(leaf)) return leaf;
  const unit = secondsIn(Number(leaf));
  if (unit === null) return leaf;
  const shifted = Number(leaf) + byS * unit;
  return typeof leaf === 'number' ? shifted : String(shifted);
}

const isDecimal = (leaf: unknown): leaf is string => typeof leaf === 'string' && /^-?\d+(\.\d+)?$/.test(leaf);

/** 1000 for epoch milliseconds, 1 for epoch seconds of this century, null for any other number. */
function secondsIn(value: number): number | null {
  if (!Number.isInteger(value)) return null;
  if (value > 1.4e12 && value < 2.2e12) return 1000;
  return value > 1.4e9 && value < 2.2e9 ? 1 : null;
}

const otherSymbol = (text: string): string =>
  text.startsWith('BTC') ? text.replace('BTC', 'ETH') : text.replace(/^(ETH|SOL|1000PEPE|PEPE|kPEPE)/, 'BTC');
