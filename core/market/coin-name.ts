/** What a venue's base symbol stands for: the coin and how many of them one quoted unit holds. */
export interface CoinName {
  readonly base: string;
  readonly multiplier: number;
}

const POWER_BEFORE = /^(10{3,})([\p{Lu}\p{Lo}].*)$/u;
const POWER_AFTER = /^([\p{Lu}\p{Lo}]+)(10{3,})$/u;
const MILLION_BEFORE = /^1M([A-Z]{3,})$/;
const THOUSAND_BEFORE = /^k([A-Z]+)$/;

/**
 * Splits `1000PEPE`, `1000000MOG`, `SHIB1000`, `1MBABYDOGE` and `kPEPE` into coin and multiplier, and calls
 * bitcoin BTC where a venue says XBT. A name without a power of ten is a coin of its own with multiplier 1.
 */
export function splitCoinName(name: string): CoinName {
  const before = POWER_BEFORE.exec(name);
  if (before?.[1] && before[2]) return { base: before[2], multiplier: Number(before[1]) };
  const after = POWER_AFTER.exec(name);
  if (after?.[1] && after[2]) return { base: after[1], multiplier: Number(after[2]) };
  const million = MILLION_BEFORE.exec(name);
  if (million?.[1]) return { base: million[1], multiplier: 1e6 };
  const thousand = THOUSAND_BEFORE.exec(name);
  if (thousand?.[1]) return { base: thousand[1], multiplier: 1000 };
  return { base: name === 'XBT' ? 'BTC' : name, multiplier: 1 };
}
