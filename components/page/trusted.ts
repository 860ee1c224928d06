/**
 * Acts on what the user or the browser has done, and not on events that a script of the page sends, which may be thousands a
 * second.
 */
export const ifTrusted =
  <E extends Event>(act: (event: E) => void) =>
  (event: E): void => {
    if (event.isTrusted) act(event);
  };
