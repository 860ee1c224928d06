/** When something that is done now and then was last done: `chores` under `[name]`. */
export interface ChoreRow {
  readonly doneAtMs: number;
}
