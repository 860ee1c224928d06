/** For whoever looks into the worker's console: nobody waits for what failed. */
export const logFailure = (error: unknown): void => console.warn('Plimsoll:', error);
