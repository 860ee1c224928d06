/** One value that the user keeps. */
export interface UserItem<Value, Change> {
  readonly getValue: () => Promise<Value>;
  /** Calls `onChange` with every later value of any context; returns what ends it. */
  readonly watch: (onChange: (value: Value) => void) => () => void;
  /**
   * Waits for the changes that were asked for before, and makes of what is stored by then what `change` says; null
   * changes nothing. @returns what is stored now
   * @throws StorageError
   */
  readonly change: (change: (value: Value, stored: unknown) => Change | null) => Promise<Value>;
}
