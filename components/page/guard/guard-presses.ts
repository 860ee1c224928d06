import type { PressGuard } from '../../overlay/press-guard.ts';
import { followSight } from './follow-sight.ts';
import { lookAtPanel } from './look-at-panel.ts';
import { type PressFault, pressFault } from './press-fault.ts';

/**
 * Lets a press reach the panel in `root` only where its user has seen what they pressed: the page around it can stretch, move,
 * fade, cover and clip the panel with styles of its own, so that a press meant for the page would hit a button of ours.
 * Nothing is done between presses.
 * @param onPress called with whether a press counted; not for those that scripts send, nor for one that came too soon
 */
export function guardPresses(root: ShadowRoot, onPress: (isCounted: boolean) => void): PressGuard {
  const sight = followSight();
  const faultOf = (
    point: PointerEvent | null,
    path: readonly EventTarget[],
    nowMs: number,
  ): PressFault | null => {
    const panel = root.querySelector<HTMLElement>('.panel');
    if (panel === null) return 'moved';
    const watched = path.map((target) => sight.of(target, nowMs)).find((one) => one !== null) ?? null;
    return pressFault(lookAtPanel(root.host, panel, point), watched);
  };
  /** Of the last pointer that went down: where the beginning of a click does not count, its end does not. */
  let begun: PressFault | null = null;
  const judge = (event: Event) => {
    if (!event.isTrusted) return refuse(event);
    const path = event.composedPath();
    if (isPointerDown(event)) begun = faultOf(event, path, event.timeStamp);
    else if (!isPress(event)) return;
    const fault = (isOfPointer(event) ? begun : null) ?? faultOf(null, path, event.timeStamp);
    if (fault !== null) refuse(event);
    if (fault !== 'new') onPress(fault === null);
  };
  for (const type of ['pointerdown', 'click', 'keydown'])
    root.addEventListener(type, judge, { capture: true });
  return {
    watch: sight.watch,
    isSeen: (element) => faultOf(null, [element], performance.now()) === null,
  };
}

const isPointerDown = (event: Event): event is PointerEvent => event.type === 'pointerdown';

const isOfPointer = (event: Event): boolean =>
  isPointerDown(event) || (event instanceof MouseEvent && event.detail > 0);

/** Other keys press nothing. */
const isPress = (event: Event): boolean =>
  !(event instanceof KeyboardEvent) || event.key === 'Enter' || event.key === ' ';

function refuse(event: Event): void {
  event.stopImmediatePropagation();
  event.preventDefault();
}
