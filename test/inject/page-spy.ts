/** What a page that tries everything has noticed; in its own world, under `window.spy`. */
export interface PageSpy {
  /** Everything that it can read of the page as it stands now, which is nothing of the time. */
  readonly look: (words: readonly string[]) => Promise<Readonly<Record<string, unknown>>>;
  /** Everything that it was told of by the browser or by events since it was asked last. */
  readonly noticed: () => Readonly<Record<string, readonly string[]>>;
}

/** A font of the page's own that asks for a file with each of these. */
const BEACON_CHARACTERS = Array.from('0123456789,.%≈·−');

/** Families of whose names our text might be; the last is the page's own, to see that the fonts work at all. */
export const BEACON_FAMILIES = [
  'system-ui',
  'sans-serif',
  'ui-sans-serif',
  '-apple-system',
  'BlinkMacSystemFont',
  'Segoe UI',
  'Arial',
  'bait',
] as const;

/** Rules of fonts that tell their server which letters are drawn with them. */
export const beaconRules = (): string =>
  BEACON_FAMILIES.flatMap((family) =>
    BEACON_CHARACTERS.map((character) => {
      const code = character.codePointAt(0)!.toString(16);
      return `@font-face { font-family: "${family}"; src: url("/beacon/${encodeURIComponent(family)}/${code}"); unicode-range: U+${code}; }`;
    }),
  ).join('\n');

/** Runs in the page's own world before anything else; names nothing from outside itself. */
export function spyOnPage(): void {
  const noticed: Record<string, string[]> = {};
  const note = (kind: string, text: string) => void (noticed[kind] ??= []).push(text);
  const isOurs = (node: Node | null): boolean => node instanceof Element && node.matches('[data-plimsoll]');
  const hosts = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-plimsoll]')];

  for (const name of ['fillText', 'strokeText', 'measureText', 'fillRect', 'drawImage'] as const) {
    const original = CanvasRenderingContext2D.prototype[name] as (...given: unknown[]) => unknown;
    Object.assign(CanvasRenderingContext2D.prototype, {
      [name](this: CanvasRenderingContext2D, ...given: unknown[]) {
        if (!document.contains(this.canvas)) note('drawn', `${name} ${given.map(String).join()}`);
        return original.apply(this, given);
      },
    });
  }
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function attach(init) {
    note('roots', this.localName);
    return attachShadow.call(this, { ...init, mode: 'open' });
  };
  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function dispatch(event) {
    if (event instanceof CustomEvent) note('said', JSON.stringify(event.detail));
    return dispatchEvent.call(this, event);
  };
  for (const type of ['message', 'storage', 'plimsoll-chart', 'plimsoll-probe'])
    addEventListener(
      type,
      (event) => note('said', JSON.stringify((event as CustomEvent).detail ?? (event as MessageEvent).data)),
      { capture: true },
    );

  const watchBoxes = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries)
      note('resized', `${target.outerHTML} ${contentRect.width}x${contentRect.height}`);
  });
  const watchSight = new IntersectionObserver((entries) => {
    for (const { target, intersectionRatio } of entries)
      note('seen', `${target.outerHTML} ${intersectionRatio}`);
  });
  const watched = new WeakSet<Element>();
  const watchHosts = () => {
    for (const host of hosts()) {
      if (watched.has(host)) continue;
      watched.add(host);
      watchBoxes.observe(host);
      watchSight.observe(host);
    }
  };
  new MutationObserver((records) => {
    watchHosts();
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      if ([target, ...addedNodes, ...removedNodes].some(isOurs))
        note('changed', `${type} ${attributeName} +${addedNodes.length} -${removedNodes.length}`);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const type of PerformanceObserver.supportedEntryTypes) {
    // How long things took differs from one time to the next.
    if (['longtask', 'long-animation-frame', 'event', 'first-input', 'visibility-state'].includes(type))
      continue;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources = [] } = entry as { value?: number; sources?: { node: Node | null }[] };
        // Of what stands in a root that is closed, no node is named.
        const isOfOurs = sources.some(({ node }) => node === null || isOurs(node));
        note('measured', `${type} ${entry.name} ${value ?? ''}${isOfOurs ? ' of ours' : ''}`);
      }
    }).observe({ type, buffered: true });
  }

  const boxOf = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height, element.scrollWidth, element.scrollHeight, element.getClientRects().length];
  };
  const nameOf = (node: Node | null): string =>
    // The chart's frame is named anew with each load.
    node instanceof Element
      ? `${node.localName}#${node.id.replace(/_\w+$/, '')}.${node.className}`
      : String(node?.nodeName);
  const grid = function* () {
    for (let x = 5; x < innerWidth; x += 40) for (let y = 5; y < innerHeight; y += 12) yield [x, y] as const;
  };
  const look: PageSpy['look'] = async (words) => {
    const selection = getSelection()!;
    document.execCommand('selectAll');
    const selected = selection.toString();
    selection.removeAllRanges();
    return {
      hosts: hosts().map((host) => [
        host.outerHTML,
        boxOf(host),
        Object.keys(host),
        // All that its style is reckoned to be.
        [...getComputedStyle(host)].map((name) => `${name}:${getComputedStyle(host).getPropertyValue(name)}`),
        host.childNodes.length,
        host.shadowRoot === null,
      ]),
      roots: [...document.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot !== null).length,
      boxes: [document.documentElement, document.body].map(boxOf),
      points: [...grid()].map(([x, y]) => [
        document.elementsFromPoint(x, y).map(nameOf).join(),
        nameOf(document.caretRangeFromPoint(x, y)?.startContainer ?? null),
      ]),
      found: words.filter((word) => {
        const isFound = (window as unknown as { find: (text: string) => boolean }).find(word);
        selection.removeAllRanges();
        return isFound;
      }),
      texts: words.filter((word) =>
        [selected, document.documentElement.innerText, document.documentElement.outerHTML].some((text) =>
          text.includes(word),
        ),
      ),
      animations: document.getAnimations().length,
      sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
      fonts: [...document.fonts].map(
        ({ family, unicodeRange, status }) => `${family} ${unicodeRange} ${status}`,
      ),
      stored: [Object.entries(localStorage), Object.entries(sessionStorage), document.cookie],
      frames: [...document.querySelectorAll('iframe')].map(
        ({ contentDocument }) => contentDocument?.querySelectorAll('[data-plimsoll]').length,
      ),
    };
  };
  Object.assign(window, {
    spy: {
      look,
      noticed: () => {
        const since = structuredClone(noticed);
        for (const kind of Object.keys(noticed)) delete noticed[kind];
        return since;
      },
    } satisfies PageSpy,
  });
}
