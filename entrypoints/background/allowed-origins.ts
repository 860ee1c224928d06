import { browser } from 'wxt/browser';

/** Tells whether the user lets the extension read a URL; the browser is asked once an origin until that changes. */
export function allowedOrigins(): (url: string) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>();
  const forget = (): void => known.clear();
  browser.permissions.onAdded.addListener(forget);
  browser.permissions.onRemoved.addListener(forget);
  return (url) => {
    const { origin } = new URL(url);
    const asked = known.get(origin) ?? browser.permissions.contains({ origins: [`${origin}/*`] });
    known.set(origin, asked);
    asked.catch(() => known.delete(origin));
    return asked;
  };
}
