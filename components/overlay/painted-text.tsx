import { useLayoutEffect, useRef } from 'preact/hooks';

/** Room for a text, CSS px: the same whatever the text says. */
export interface TextRoom {
  readonly width: number;
  readonly lines: number;
}

interface PaintedTextProps extends TextRoom {
  readonly text: string;
  /** What is said to those who do not see it; empty: nothing, for what stands beside it says all that may be said. */
  readonly label: string;
  readonly isUnderlined?: boolean;
}

const LINE_PX = 16;

/** Generic ones alone: by any other name a page could bring a font of its own, and see which letters are asked for. */
const FAMILIES = 'system-ui, sans-serif';

/** A text that a page around the panel can read in no way: what is written, in a closed root too, it finds by `window.find`. */
export function PaintedText({ text, label, width, lines, isUnderlined = false }: PaintedTextProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  // At every drawing: colour and size are those of where it stands.
  useLayoutEffect(() => {
    if (canvas.current !== null) paint(canvas.current, text, { width, lines }, isUnderlined);
  });
  return (
    <canvas
      class="painted"
      {...(label === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
      style={{ width: `${width}px`, height: `${lines * LINE_PX}px` }}
      ref={canvas}
    />
  );
}

function paint(
  canvas: HTMLCanvasElement,
  text: string,
  { width, lines }: TextRoom,
  isUnderlined: boolean,
): void {
  const surface = canvas.getContext('2d');
  if (surface === null) return;
  const { color, fontSize, fontWeight } = getComputedStyle(canvas);
  const ratio = devicePixelRatio;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(lines * LINE_PX * ratio);
  surface.scale(ratio, ratio);
  surface.font = `${fontWeight} ${fontSize} ${FAMILIES}`;
  surface.fillStyle = color;
  surface.textBaseline = 'middle';
  const widthOf = (line: string) => surface.measureText(line).width;
  linesOf(text, lines, (line) => widthOf(line) <= width).forEach((line, index) => {
    surface.fillText(line, 0, (index + 0.5) * LINE_PX);
    if (isUnderlined) surface.fillRect(0, (index + 1) * LINE_PX - 2, widthOf(line), 1);
  });
}

/** `text` in at most so many lines that fit, the last of which ends with an ellipsis where more was to come. */
export function linesOf(text: string, most: number, fits: (line: string) => boolean): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || fits(longer)) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), shortened(lines.slice(most - 1).join(' '), fits)];
}

function shortened(text: string, fits: (line: string) => boolean): string {
  let end = text.length;
  while (end > 0 && !fits(`${text.slice(0, end).trimEnd()}…`)) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}
