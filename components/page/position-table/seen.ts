const STYLES = { opacityProperty: true, visibilityProperty: true } as const;

/** Smaller is nothing that a person reads, CSS px. */
const LEAST_PX = 4;

/** More pieces are no cell. */
const MOST_TEXTS = 24;

/** Whether an element takes a place on the page and is not hidden. */
export function isSeen(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width >= LEAST_PX && height >= LEAST_PX && element.checkVisibility(STYLES);
}

/**
 * What a person reads in a cell: pieces that stand in elements of their own each on a line, hidden ones left out. Of a text
 * that is longer than `most` no more than its beginning is read, which is longer still.
 */
export function seenText(cell: Element, most: number): string {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const pieces: string[] = [];
  let before: Text | null = null;
  let length = 0;
  for (let count = 0; count < MOST_TEXTS && length <= most; count += 1) {
    const text = walker.nextNode() as Text | null;
    if (text === null) return pieces.join('\n').trim();
    if (!isSeenText(text, cell)) continue;
    const data = text.substringData(0, most + 1);
    length += data.length;
    // Scripts write a number and its unit as two texts of one element.
    if (before !== null && before === textBefore(text)) pieces.push((pieces.pop() ?? '') + data);
    else pieces.push(data);
    before = text;
  }
  return '\n'.repeat(most + 1);
}

/** What stands directly before a text, comments of scripts aside. */
function textBefore({ previousSibling }: Text): ChildNode | null {
  let sibling = previousSibling;
  while (sibling instanceof Comment) sibling = sibling.previousSibling;
  return sibling;
}

function isSeenText(text: Text, cell: Element): boolean {
  const { parentElement } = text;
  if (parentElement === null || text.length === 0) return false;
  const range = document.createRange();
  range.selectNodeContents(text);
  const { left, right, width, height } = range.getBoundingClientRect();
  const box = cell.getBoundingClientRect();
  const isInside = right > box.left && left < box.right;
  return (
    width > 0 &&
    height >= LEAST_PX &&
    isInside &&
    parentElement.checkVisibility(STYLES) &&
    isInked(parentElement)
  );
}

/** Whether the text of an element has a colour at all. */
const isInked = (element: Element): boolean =>
  !/^rgba\(.*, 0\)$|\/ 0\)$|^transparent$/.test(getComputedStyle(element).color);
