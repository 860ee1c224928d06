import type { VenueId } from '../../../core/market/venue-id.ts';
import type { Fault, FaultRule } from './fault.ts';

/** The rules in force; the latest that matches wins. */
export class Faults {
  private rules: { readonly rule: FaultRule; left: number }[] = [];

  /** Puts a rule in force; the answer takes it back. */
  add(rule: FaultRule): () => void {
    const entry = { rule, left: rule.times ?? Infinity };
    this.rules.push(entry);
    return () => {
      this.rules = this.rules.filter((candidate) => candidate !== entry);
    };
  }

  clear(): void {
    this.rules = [];
  }

  /** The rules that still hold. */
  list(): readonly FaultRule[] {
    return this.rules.map((entry) => entry.rule);
  }

  /** The fault of a request, which spends one of its rule's times; null = it goes well. */
  take(venue: VenueId | null, host: string, path: string): Fault | null {
    const entry = this.rules.findLast(
      ({ rule, left }) =>
        left > 0 &&
        (rule.venue === undefined || rule.venue === venue) &&
        (rule.host === undefined || rule.host === host) &&
        (rule.path === undefined || path.startsWith(rule.path)),
    );
    if (entry === undefined) return null;
    entry.left--;
    if (entry.left <= 0) this.rules = this.rules.filter((candidate) => candidate !== entry);
    return entry.rule.fault;
  }
}
