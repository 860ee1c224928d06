import type { Bell } from '../../core/market/bell.ts';

/** What the side panel asks of its surroundings about bells. */
export interface BellActions {
  /** Has a bell stored, new or in place of the one of its id. */
  readonly onPutBell: (bell: Bell) => void;
  readonly onRemoveBell: (id: string) => void;
}
