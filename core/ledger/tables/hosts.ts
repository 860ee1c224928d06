import type { SourceFault } from './fault.ts';

/** Whether a host asked to be left alone: `hosts` under `[host]`. */
export interface HostRow {
  readonly fault: SourceFault | null;
}
