import { inTurn } from '../ledger/in-turn.ts';
import type { ClockPort } from '../ledger/ports.ts';
import { createPageAllowance } from './page-allowance.ts';

/** What is made when asked for is held for so long, and so much of it. */
interface Held {
  readonly forMs: number;
  readonly most: number;
}

/**
 * Answers with what pages have made, one thing at a time, or with what is held of it.
 * @returns null where the page has asked for too much that is not held
 */
export function holdMade<Made>(clock: Pick<ClockPort, 'nowMs' | 'deviceMs'>, { forMs, most }: Held) {
  const mayMake = createPageAllowance();
  const held = new Map<string, { readonly atMs: number; readonly made: Promise<Made> }>();
  return async (page: string, name: string, make: () => Promise<Made>): Promise<Made | null> => {
    const nowMs = clock.nowMs();
    const before = held.get(name);
    if (before !== undefined && Math.abs(nowMs - before.atMs) < forMs) return before.made;
    if (!mayMake(page, clock.deviceMs())) return null;
    const made = inTurn(held, make);
    held.delete(name);
    held.set(name, { atMs: nowMs, made });
    const [oldest] = held.keys();
    if (held.size > most && oldest !== undefined) held.delete(oldest);
    made.catch(() => held.delete(name));
    return made;
  };
}
