import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * A part of one of our own pages whose code is loaded once the page stands; until then nothing is drawn in its place.
 * @param load what gives the part, called at most once
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Later(props: Props) {
    const [part, setPart] = useState(() => loaded);
    useEffect(() => {
      if (part !== null) return;
      const show = (found: ComponentType<Props>) => {
        loaded = found;
        setPart(() => found);
      };
      // After an update of the extension the old page has no code to load; what it shows stays.
      load().then(show, (error: unknown) => console.warn('Plimsoll: a part could not be loaded', error));
    }, [part]);
    const Part = part;
    return Part === null ? null : <Part {...props} />;
  };
}
