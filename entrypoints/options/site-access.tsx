import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

import { Sites } from '../../components/options/sites.tsx';

/** The sites' section with the browser behind it; follows permissions that change elsewhere. */
export function SiteAccess() {
  const [granted, setGranted] = useState<ReadonlySet<string> | null>(null);

  useEffect(() => {
    const read = () =>
      void browser.permissions.getAll().then(({ origins = [] }) => setGranted(new Set(origins)));
    read();
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    return () => {
      browser.permissions.onAdded.removeListener(read);
      browser.permissions.onRemoved.removeListener(read);
    };
  }, []);

  if (granted === null) return null;
  /** Called in the click itself, which the browser demands. */
  const turn = (patterns: readonly string[], wanted: boolean) => {
    const origins = { origins: [...patterns] };
    void (wanted ? browser.permissions.request(origins) : browser.permissions.remove(origins));
  };
  return <Sites granted={granted} onGrant={turn} />;
}
