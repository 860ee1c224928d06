import type { Settings } from '../../core/ledger/settings/settings.ts';
import tokens from './tokens.css?raw';

/** Colours of what is drawn: the tokens of `tokens.css`. */
export interface Palette {
  readonly surface: string;
  readonly line: string;
  readonly text: string;
  readonly muted: string;
  readonly longs: string;
  readonly shorts: string;
  readonly mark: string;
  readonly own: string;
  readonly level: string;
  readonly bad: string;
  /** Sides are told by hatching, because the user's colours replace ours. */
  readonly hatched: boolean;
}

/** The colours of the view that `element` stands in. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  return paletteBy((name) => style.getPropertyValue(name).trim());
}

/** The same where no view is, such as on the host's chart. `isForced`: the user's own colours, by the names of the browser. */
export function paletteOf(theme: 'dark' | 'light', palette: Settings['palette'], isForced: boolean): Palette {
  const [ofTheme, ofPalette] = [`[data-theme='${theme}']`, `[data-palette='${palette}']`];
  const wanted = ['', ofTheme, ofPalette, ofPalette + ofTheme].map((one) => `.plimsoll${one}`);
  const set = [...tokens.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
    .filter(([, selector = '']) =>
      isForced ? selector.includes('[data-theme][data-palette]') : wanted.includes(nameOf(selector)),
    )
    .flatMap(([, , body = '']) => [...body.matchAll(/(--[\w-]+): ([^;]+);/g)])
    .map(([, name = '', value = '']) => [name, value] as const);
  // What comes later in the file counts, as it does for the browser.
  const values = new Map(set);
  return paletteBy((name) => values.get(name) ?? '');
}

const nameOf = (selector: string): string => selector.replace(/\/\*.*?\*\//gs, '').trim();

function paletteBy(valueOf: (name: string) => string): Palette {
  const token = (name: string): string => valueOf(`--${name}`) || 'gray';
  return {
    surface: token('surface'),
    line: token('line'),
    text: token('text'),
    muted: token('muted'),
    longs: token('longs'),
    shorts: token('shorts'),
    mark: token('mark'),
    own: token('own'),
    level: token('level'),
    bad: token('bad'),
    hatched: token('hatch') === '1',
  };
}
