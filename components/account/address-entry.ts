import { say } from '../../core/i18n/say-own.ts';
import { readAddress } from '../../core/market/account.ts';

/** What a text in the field is: an address, or why it is none. */
export type AddressEntry =
  | { readonly address: string }
  /** `mustGo`: it must not stay on the screen. */
  | { readonly problem: string; readonly mustGo: boolean };

const HEXADECIMAL = /^(?:0x)?([0-9a-f]*)$/i;
const KEY_LENGTH = 64;

/** Reads what was pasted. @param known addresses that are there already */
export function readEntry(text: string, known: readonly string[]): AddressEntry {
  const address = readAddress(text);
  if (address !== null)
    return known.includes(address) ? { problem: say('account.known'), mustGo: false } : { address };
  const [, digits] = HEXADECIMAL.exec(text.trim()) ?? [];
  if (digits?.length === KEY_LENGTH) return { problem: say('account.key'), mustGo: true };
  const isShort = digits !== undefined && text.trim().toLowerCase().startsWith('0x');
  return {
    problem: isShort ? say('account.length', { characters: digits.length }) : say('account.wrong'),
    mustGo: false,
  };
}
