/** Unit tests never reach a network: a forgotten port fails at once instead of asking a real exchange. */
globalThis.fetch = (input) => {
  throw new Error(`a test tried to fetch ${input instanceof Request ? input.url : String(input)}`);
};
