/** The page's hot keys, heard everywhere but in its own inputs; the last one is printed, so that a test can tell. */
export function listenForHotKeys(byId: (id: string) => HTMLElement): void {
  const actions: Readonly<Record<string, () => void>> = {
    b: () => byId('order-price').focus(),
    s: () => byId('order-price').focus(),
    '1': () => setSize('0.01'),
    '2': () => setSize('0.1'),
    '3': () => setSize('1'),
    '4': () => setSize('10'),
    Escape: () => setSize(''),
  };
  const setSize = (text: string): void => {
    const input = byId('order-size');
    if (input instanceof HTMLInputElement) input.value = text;
  };
  document.addEventListener('keydown', (event) => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.altKey || event.metaKey) return;
    const action = actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    byId('hotkey').textContent = event.key;
    action();
  });
}
