const hosts = new WeakSet<Element>();

/** Whether an element of the page is one of ours. */
export const isOwnHost = (element: Element): boolean => hosts.has(element);

/** Takes away what an earlier script of ours has left: Firefox ends a script without telling it. */
export function removeOldHosts(): void {
  for (const host of document.querySelectorAll('html > [data-plimsoll]')) host.remove();
}

/** An element of ours in the page, whose inside the page cannot open. */
export interface OwnHost {
  readonly root: ShadowRoot;
  /** Puts it into the page, also where the page has deleted it or taken it elsewhere. */
  readonly put: () => void;
  readonly remove: () => void;
}

/**
 * Not yet in the page. A plain element: one with a name of its own could be defined by the page, and a defined element is
 * given its closed root (`ElementInternals.shadowRoot`).
 */
export function createOwnHost(kind: 'panel' | 'layer'): OwnHost {
  const host = document.createElement('div');
  host.dataset['plimsoll'] = kind;
  hosts.add(host);
  return {
    root: host.attachShadow({ mode: 'closed' }),
    put: () => {
      if (host.parentNode !== document.documentElement) document.documentElement.append(host);
    },
    remove: () => host.remove(),
  };
}
