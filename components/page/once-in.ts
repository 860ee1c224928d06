/** What calls `act` once, so many milliseconds after the first of any number of calls. */
export function onceIn(delayMs: number, act: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      act();
    }, delayMs);
  };
}
