import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { say } from '../../core/i18n/say.ts';
import type { MountedBody, MountPanelBody } from './mount-panel-body.tsx';
import type { PanelBodyProps } from './panel-body.tsx';

/** What the panel's body is mounted by; null where its script cannot be loaded. */
export type LoadBody = () => MountPanelBody | Promise<MountPanelBody | null>;

/** Where the panel's body stands, once its script is there. */
export function BodySlot({ load, ...props }: PanelBodyProps & { readonly load: LoadBody }) {
  const root = useRef<HTMLDivElement>(null);
  const [mounted, setMounted] = useState<MountedBody | 'failed' | null>(null);
  useLayoutEffect(() => {
    let made: MountedBody | null = null;
    let isOver = false;
    const mount = (body: MountPanelBody | null) => {
      if (isOver) return;
      if (body !== null && root.current !== null) made = body(root.current);
      setMounted(made ?? 'failed');
    };
    const loaded = load();
    if (loaded instanceof Promise) void loaded.then(mount);
    else mount(loaded);
    return () => {
      isOver = true;
      made?.remove();
    };
  }, [load]);
  useLayoutEffect(() => {
    if (mounted !== null && mounted !== 'failed') mounted.update(props);
  });
  return (
    <>
      <div class="body-slot" ref={root} />
      {mounted === 'failed' && (
        <p class="body-missing secondary" role="status">
          {say('panel.unloaded')}
        </p>
      )}
    </>
  );
}
